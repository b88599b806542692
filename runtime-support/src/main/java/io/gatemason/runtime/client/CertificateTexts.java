package io.gatemason.runtime.client;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/** How APIs are told of a certificate (docs/behaviour/tls.md#mutual). */
public final class CertificateTexts {
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":");
  private static final Map<String, String> KEYWORDS =
      Map.of("1.2.840.113549.1.9.1", "EMAILADDRESS");

  /** As OpenSSL writes it: May 28 12:30:02 2019 GMT, a day below 10 after two spaces. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss yyyy 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private CertificateTexts() {}

  /** The certificate in PEM. */
  public static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + LINES.encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that came in a handshake has a form", e);
    }
  }

  /** A name with its most specific part first (RFC 2253). */
  public static String name(X500Principal principal) {
    return principal.getName(X500Principal.RFC2253, KEYWORDS);
  }

  /** The serial number in hexadecimal bytes with colons between them. */
  public static String serialNumber(X509Certificate certificate) {
    return COLONS.formatHex(certificate.getSerialNumber().toByteArray());
  }

  /** A time of the validity. */
  public static String time(Date time) {
    return TIME.format(time.toInstant());
  }
}
