package io.gatemason.runtime.pem;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the private key of a PEM file: PKCS #8 (RFC 5958), PKCS #1 for RSA (RFC 8017 §A.1.2), SEC 1
 * for elliptic curves (RFC 5915). The last two become the first by a header before them.
 */
final class PrivateKeys {
  private static final Pattern ENTRY =
      Pattern.compile("-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----([^-]*)-----END");
  private static final byte[] VERSION = {2, 1, 0};
  private static final byte[] RSA = {
    0x30, 0x0d, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };
  private static final byte[] EC_KEY = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};
  private static final Map<Integer, byte[]> CURVES =
      Map.of(
          32, new byte[] {6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7},
          48, new byte[] {6, 5, 0x2b, (byte) 0x81, 4, 0, 0x22});
  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 4;
  private static final int CURVE = 0xa0;

  private PrivateKeys() {}

  /**
   * The first key of a file.
   *
   * @throws IllegalArgumentException if there is none that can be read
   */
  static PrivateKey of(String pem) throws GeneralSecurityException {
    Matcher entry = ENTRY.matcher(pem);
    if (!entry.find()) {
      throw new IllegalArgumentException("it has no private key");
    }
    byte[] der = Base64.getMimeDecoder().decode(entry.group(2));
    return switch (entry.group(1)) {
      case "RSA PRIVATE KEY" -> pkcs8(wrapped(RSA, der), List.of("RSA"));
      case "EC PRIVATE KEY" -> pkcs8(wrapped(curve(der), der), List.of("EC"));
      case "PRIVATE KEY" -> pkcs8(der, List.of("RSA", "EC"));
      default ->
          throw new IllegalArgumentException(
              "its private key is encrypted; take a PKCS12 file with a password instead");
    };
  }

  private static PrivateKey pkcs8(byte[] der, List<String> algorithms)
      throws GeneralSecurityException {
    GeneralSecurityException reason = new GeneralSecurityException("no algorithm");
    for (String algorithm : algorithms) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (GeneralSecurityException e) {
        reason = e;
      }
    }
    throw reason;
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return tagged(SEQUENCE, VERSION, algorithm, tagged(OCTET_STRING, key));
  }

  /** The algorithm with the curve that the key names, or that its length tells. */
  private static byte[] curve(byte[] sec1) {
    for (int i = 0; i + 3 < sec1.length; i++) {
      int length = sec1[i + 1];
      boolean named = (sec1[i] & 0xff) == CURVE && sec1[i + 2] == 6 && length == sec1[i + 3] + 2;
      if (named && i + 2 + length <= sec1.length) {
        return tagged(SEQUENCE, EC_KEY, Arrays.copyOfRange(sec1, i + 2, i + 2 + length));
      }
    }
    byte[] curve = CURVES.get(secretLength(sec1));
    if (curve == null) {
      throw new IllegalArgumentException("its private key names no curve");
    }
    return tagged(SEQUENCE, EC_KEY, curve);
  }

  /** Behind the header stand a version of three bytes and the secret number. */
  private static int secretLength(byte[] sec1) {
    int header = sec1[1] < 0 ? 2 + (sec1[1] & 0x7f) : 2;
    return header + 4 < sec1.length ? sec1[header + 4] : -1;
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    der.write(tag);
    int length = content.size();
    if (length > 255) {
      der.write(0x82);
      der.write(length >> 8);
    } else if (length > 127) {
      der.write(0x81);
    }
    der.write(length);
    der.writeBytes(content.toByteArray());
    return der.toByteArray();
  }
}
