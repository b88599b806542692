package io.gatemason.runtime.exchange;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Identifiers that only have to differ, never to be unguessable: made without the locks and the
 * entropy that unguessable ones cost.
 */
final class RandomText {
  private static final byte[] BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
          .getBytes(StandardCharsets.ISO_8859_1);

  private RandomText() {}

  /** A UUID of version 4 in its textual form. */
  static String uuid() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /** Sixteen characters as x-amz-apigw-id has them: base64url with one padding sign. */
  static String extendedId() {
    long bits = ThreadLocalRandom.current().nextLong();
    long more = ThreadLocalRandom.current().nextLong();
    byte[] text = new byte[16];
    for (int i = 0; i < 10; i++) {
      text[i] = BASE64[(int) (bits >>> (6 * i)) & 63];
    }
    for (int i = 10; i < 15; i++) {
      text[i] = BASE64[(int) (more >>> (6 * (i - 10))) & 63];
    }
    text[15] = '=';
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}
