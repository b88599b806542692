package io.gatemason.runtime.throttle;

import io.gatemason.runtime.digest.Sha256;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** SHA-256 of a key's value: what is kept of a key, and what it is found by. */
record KeyDigest(long first, long second, long third, long fourth) {
  private static final int HEX_LENGTH = 64;

  /** The digest of a value. */
  static KeyDigest of(String value) {
    return of(Sha256.of(value));
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

  /** Ten letters and digits that stand for the key where no other id is known. */
  String id() {
    String digits = Long.toUnsignedString(first, 36);
    return "0".repeat(Math.max(0, 10 - digits.length()))
        + digits.substring(0, Math.min(10, digits.length()));
  }
}
