package io.gatemason.runtime.throttle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a key's value: what is kept of a key, and what it is found by. */
record KeyDigest(long first, long second, long third, long fourth) {
  private static final int HEX_LENGTH = 64;

  /** The digest of a value. */
  static KeyDigest of(String value) {
    return of(value, sha256());
  }

  /** The digest of a value, by an algorithm that is at its beginning, and is so again then. */
  static KeyDigest of(String value, MessageDigest sha256) {
    return of(sha256.digest(value.getBytes(StandardCharsets.UTF_8)));
  }

  /** The algorithm; for one thread at a time. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The digest that 64 hexadecimal digits write.
   *
   * @throws IllegalArgumentException if they are not that
   */
  static KeyDigest parse(String hex) {
    if (hex.length() != HEX_LENGTH) {
      throw new IllegalArgumentException("SHA-256 has " + HEX_LENGTH + " hexadecimal digits");
    }
    return of(HexFormat.of().parseHex(hex));
  }

  private static KeyDigest of(byte[] digest) {
    ByteBuffer longs = ByteBuffer.wrap(digest);
    return new KeyDigest(longs.getLong(), longs.getLong(), longs.getLong(), longs.getLong());
  }

  /** The digest is evenly distributed already. */
  @Override
  public int hashCode() {
    return Long.hashCode(first);
  }

  /** Ten letters and digits that stand for the key where no other id is known. */
  String id() {
    String digits = Long.toUnsignedString(first, 36);
    return "0".repeat(Math.max(0, 10 - digits.length()))
        + digits.substring(0, Math.min(10, digits.length()));
  }
}
