package io.gatemason.runtime.waf.text;

/** Single bytes as ASCII has them, and transformations that look at nothing else. */
final class Letters {
  private Letters() {}

  static byte[] lower(byte[] text) {
    byte[] lower = text.clone();
    for (int i = 0; i < lower.length; i++) {
      lower[i] = (byte) lower(lower[i]);
    }
    return lower;
  }

  static byte[] upper(byte[] text) {
    byte[] upper = text.clone();
    for (int i = 0; i < upper.length; i++) {
      if (upper[i] >= 'a' && upper[i] <= 'z') {
        upper[i] = (byte) (upper[i] - ('a' - 'A'));
      }
    }
    return upper;
  }

  static byte[] nullsAsSpaces(byte[] text) {
    byte[] replaced = text.clone();
    for (int i = 0; i < replaced.length; i++) {
      if (replaced[i] == 0) {
        replaced[i] = ' ';
      }
    }
    return replaced;
  }

  static byte[] withoutNulls(byte[] text) {
    Output output = new Output(text.length);
    for (byte each : text) {
      if (each != 0) {
        output.add(each);
      }
    }
    return output.bytes();
  }

  static int lower(int value) {
    return value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value;
  }

  static boolean isLetter(int value) {
    return lower(value) >= 'a' && lower(value) <= 'z';
  }

  static boolean isDigit(int value) {
    return value >= '0' && value <= '9';
  }

  /** What a hexadecimal digit stands for, or -1. */
  static int hexDigit(int value) {
    return value < 0 ? -1 : Character.digit((char) value, 16);
  }

  /** What a number of hexadecimal digits from a place stand for, or -1 if there are not so many. */
  static int hex(byte[] text, int from, int digits) {
    if (from + digits > text.length) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = hexDigit(text[i]);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /**
   * The byte for a character: that of ASCII for its full width form, which servers map to it;
   * otherwise the low byte.
   */
  static int narrow(int character) {
    return character >= 0xFF01 && character <= 0xFF5E
        ? (character & 0xFF) + 0x20
        : character & 0xFF;
  }

  /** The byte at a place, or -1 behind the end. */
  static int at(byte[] text, int index) {
    return index < text.length ? text[index] & 0xFF : -1;
  }

  /** Whether a lower-case word of ASCII stands at a place, in any case. */
  static boolean startsWith(byte[] text, int from, String word) {
    if (from + word.length() > text.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(text[from + i]) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
