package io.gatemason.runtime.server.tls;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which certificates of clients and their authorities are strong enough. */
final class CertificateRules {
  private static final int LEAST_RSA_BITS = 2_048;
  private static final Set<Integer> EC_BITS = Set.of(256, 384);

  /** RSASSA-PSS names its digest in its parameters. */
  private static final String PSS = "RSASSA-PSS";

  private CertificateRules() {}

  /** What is too weak about a certificate, empty if nothing is. */
  static Optional<String> flaw(X509Certificate certificate) {
    if (!isStrong(certificate.getPublicKey())) {
      return Optional.of("its key is neither RSA of 2048 bits or more nor ECDSA P-256 or P-384");
    }
    String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    boolean strong =
        signature.equals(PSS) ? !usesSha1(certificate) : signature.matches("SHA(256|384|512).*");
    return strong
        ? Optional.empty()
        : Optional.of("its signature " + signature + " is weaker than SHA-256");
  }

  private static boolean isStrong(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
      case ECPublicKey ec -> EC_BITS.contains(ec.getParams().getCurve().getField().getFieldSize());
      default -> false;
    };
  }

  /** Without parameters the digest is SHA-1 (RFC 4055 §3.1); they name another by its OID. */
  private static boolean usesSha1(X509Certificate certificate) {
    byte[] parameters = certificate.getSigAlgParams();
    if (parameters == null) {
      return true;
    }
    String text = new String(parameters, java.nio.charset.StandardCharsets.ISO_8859_1);
    // The arc 2.16.840.1.101.3.4.2 of the SHA-2 family.
    return !text.contains("`\u0086H\u0001e\u0003\u0004\u0002");
  }
}
