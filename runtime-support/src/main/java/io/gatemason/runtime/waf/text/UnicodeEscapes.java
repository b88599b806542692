package io.gatemason.runtime.waf.text;

/** Characters of UTF-8 (RFC 3629) as {@code %uhhhh}; ASCII and what is no UTF-8 stay. */
final class UnicodeEscapes {
  private UnicodeEscapes() {}

  static byte[] of(byte[] text) {
    Output output = new Output(3 * text.length);
    int i = 0;
    while (i < text.length) {
      int length = length(text, i);
      if (length < 2) {
        output.add(text[i++]);
        continue;
      }
      addEscape(character(text, i, length), output);
      i += length;
    }
    return output.bytes();
  }

  private static void addEscape(int character, Output output) {
    output.add('%');
    output.add('u');
    for (int shift = character > 0xFFFFF ? 20 : character > 0xFFFF ? 16 : 12;
        shift >= 0;
        shift -= 4) {
      output.add(Character.forDigit(character >> shift & 0xF, 16));
    }
  }

  /** How many bytes the character has that begins at a place, 1 also for what is none. */
  private static int length(byte[] text, int from) {
    int first = text[from] & 0xFF;
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    if (first > 0xF4 || from + length > text.length) {
      return 1;
    }
    for (int i = from + 1; i < from + length; i++) {
      if ((text[i] & 0xC0) != 0x80) {
        return 1;
      }
    }
    int character = character(text, from, length);
    boolean overlong = (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
    return overlong || surrogate || character > 0x10FFFF ? 1 : length;
  }

  private static int character(byte[] text, int from, int length) {
    if (length == 1) {
      return text[from];
    }
    int character = text[from] & 0xFF >> (length + 1);
    for (int i = from + 1; i < from + length; i++) {
      character = character << 6 | (text[i] & 0x3F);
    }
    return character;
  }
}
