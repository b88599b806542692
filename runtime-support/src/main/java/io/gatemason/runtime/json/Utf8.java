package io.gatemason.runtime.json;

/** Characters beyond ASCII in UTF-8 (RFC 3629): no overlong forms, no surrogates. */
final class Utf8 {
  private Utf8() {}

  /** The place after the character that begins at {@code at} with a byte beyond ASCII. */
  static int after(byte[] in, int at) {
    int first = in[at] & 0xFF;
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    boolean whole = first >= 0xC2 && first <= 0xF4 && length <= in.length - at;
    if (!whole || !isSecond(first, in[at + 1] & 0xFF)) {
      throw new JsonFormatException("not UTF-8");
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((in[i] & 0xC0) != 0x80) {
        throw new JsonFormatException("not UTF-8");
      }
    }
    return at + length;
  }

  private static boolean isSecond(int first, int second) {
    return switch (first) {
      case 0xE0 -> second >= 0xA0 && second <= 0xBF;
      case 0xED -> second >= 0x80 && second <= 0x9F;
      case 0xF0 -> second >= 0x90 && second <= 0xBF;
      case 0xF4 -> second >= 0x80 && second <= 0x8F;
      default -> second >= 0x80 && second <= 0xBF;
    };
  }
}
