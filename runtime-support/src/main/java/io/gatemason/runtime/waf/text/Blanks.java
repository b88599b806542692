package io.gatemason.runtime.waf.text;

import java.util.Arrays;

/** Blanks: space, the bytes 9 to 13, and 160, the space of Latin-1 that does not break. */
final class Blanks {
  private static final byte NO_BREAK = (byte) 160;

  private Blanks() {}

  static boolean isBlank(byte value) {
    return value == ' ' || (value >= 9 && value <= 13) || value == NO_BREAK;
  }

  /** Each run of blanks becomes one space, also at the start and the end. */
  static byte[] compressed(byte[] text) {
    Output output = new Output(text.length);
    for (int i = 0; i < text.length; i++) {
      if (!isBlank(text[i])) {
        output.add(text[i]);
      } else if (i == 0 || !isBlank(text[i - 1])) {
        output.add(' ');
      }
    }
    return output.bytes();
  }

  static byte[] removed(byte[] text) {
    Output output = new Output(text.length);
    for (byte each : text) {
      if (!isBlank(each)) {
        output.add(each);
      }
    }
    return output.bytes();
  }

  static byte[] trimmed(byte[] text, boolean left, boolean right) {
    int from = 0;
    int to = text.length;
    while (left && from < to && isBlank(text[from])) {
      from++;
    }
    while (right && to > from && isBlank(text[to - 1])) {
      to--;
    }
    return Arrays.copyOfRange(text, from, to);
  }

  /** Control characters too, and the space that does not break in UTF-8. */
  static boolean isBlankOfSql(byte[] text, int index) {
    int value = Letters.at(text, index);
    int before = index == 0 ? 0 : text[index - 1] & 0xFF;
    return (value >= 0 && value <= ' ')
        || (value == 0xA0 && (before < 0xC0 || before == 0xC2))
        || (value == 0xC2 && Letters.at(text, index + 1) == 0xA0);
  }
}
