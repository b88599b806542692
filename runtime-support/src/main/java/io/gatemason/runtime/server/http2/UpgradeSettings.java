package io.gatemason.runtime.server.http2;

import java.util.Base64;
import java.util.List;

/** The field HTTP2-Settings of a request that asks for HTTP/2 (RFC 7540 §3.2.1, §6.5.2). */
public final class UpgradeSettings {
  private static final int ENTRY = 6;
  private static final int ENABLE_PUSH = 2;
  private static final int INITIAL_WINDOW = 4;
  private static final int FRAME_SIZE = 5;
  private static final int SMALLEST_FRAME = 16_384;
  private static final int LARGEST_FRAME = 16_777_215;

  private UpgradeSettings() {}

  /** Whether there is one such field, and all it says is legal. */
  public static boolean sound(List<String> fields) {
    if (fields.size() != 1) {
      return false;
    }
    byte[] payload;
    try {
      payload = Base64.getUrlDecoder().decode(fields.getFirst());
    } catch (IllegalArgumentException e) {
      return false;
    }
    for (int at = 0; at + ENTRY <= payload.length; at += ENTRY) {
      if (!legal(octets(payload, at, 2), octets(payload, at + 2, 4))) {
        return false;
      }
    }
    return payload.length % ENTRY == 0;
  }

  private static boolean legal(long setting, long value) {
    return switch ((int) setting) {
      case ENABLE_PUSH -> value <= 1;
      case INITIAL_WINDOW -> value <= Integer.MAX_VALUE;
      case FRAME_SIZE -> value >= SMALLEST_FRAME && value <= LARGEST_FRAME;
      default -> true;
    };
  }

  private static long octets(byte[] bytes, int from, int count) {
    long value = 0;
    for (int i = from; i < from + count; i++) {
      value = (value << 8) | (bytes[i] & 0xFF);
    }
    return value;
  }
}
