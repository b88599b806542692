package io.gatemason.runtime.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Segments of paths. */
public final class PathText {
  private PathText() {}

  /** The segment percent-decoded; what is no escape stays. */
  public static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    byte[] raw = segment.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      decoded.write(low < 0 ? raw[i] : (high << 4) + low);
      i += low < 0 ? 0 : 2;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }
}
