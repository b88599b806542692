package io.gatemason.runtime.auth.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Small things that both forms of a signature need. */
final class Texts {
  private Texts() {}

  /** The one value of a header; "" if it is missing or has several, which nobody rightly sends. */
  static String only(List<String> values) {
    return values.size() == 1 ? values.getFirst().strip() : "";
  }

  /** The SHA-256 of a text in base64. */
  static String hash(String text) {
    return Base64.getEncoder().encodeToString(digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The SHA-256 of bytes in hexadecimal digits. */
  static String hexHash(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
