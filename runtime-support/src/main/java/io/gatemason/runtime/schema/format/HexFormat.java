package io.gatemason.runtime.schema.format;

/** A number of hexadecimal digits. */
final class HexFormat extends TextFormat {
  private final int length;

  HexFormat(int length) {
    super("");
    this.length = length;
  }

  @Override
  public boolean accepts(String text) {
    return text.length() == length && illegal(text) < 0;
  }

  @Override
  public String error(String text) {
    if (text.length() != length) {
      return String.format(
          "input string has incorrect length (%d, expected %d)", text.length(), length);
    }
    int index = illegal(text);
    return String.format(
        "illegal character \"%s\" in input at index %d", text.charAt(index), index);
  }

  private static int illegal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), 16) < 0) {
        return i;
      }
    }
    return -1;
  }
}
