package io.gatemason.runtime.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256, which every Java platform has (FIPS 180-4). Safe for concurrent use. */
public final class Sha256 {
  /** Nothing was ever hashed with it: to copy it takes less time than to ask all providers. */
  private static final MessageDigest UNUSED = provided();

  private Sha256() {}

  /** A new computation, for one thread. */
  public static MessageDigest begin() {
    try {
      return (MessageDigest) UNUSED.clone();
    } catch (CloneNotSupportedException e) {
      // Not every provider's can be copied.
      return provided();
    }
  }

  /** The 32 bytes of a text's hash, in UTF-8. */
  public static byte[] of(String text) {
    return begin().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of a text, in UTF-8, as base64 with padding. */
  public static String base64(String text) {
    return Base64.getEncoder().encodeToString(of(text));
  }

  /** The hash of bytes in 64 lower-case hexadecimal digits. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(begin().digest(bytes));
  }

  private static MessageDigest provided() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
