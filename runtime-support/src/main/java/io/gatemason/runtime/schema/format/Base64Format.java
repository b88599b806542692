package io.gatemason.runtime.schema.format;

/** Standard Base64. */
final class Base64Format extends TextFormat {
  private static final String SYMBOLS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  Base64Format() {
    super("");
  }

  @Override
  public boolean accepts(String text) {
    return text.length() % 4 == 0 && illegal(text) < 0;
  }

  @Override
  public String error(String text) {
    if (text.length() % 4 != 0) {
      return String.format(
          "input has illegal length (must be a multiple of 4, found %d)", text.length());
    }
    int index = illegal(text);
    return String.format(
        "illegal character \"%s\" at index %d (not in Base64 alphabet)", text.charAt(index), index);
  }

  private static int illegal(String text) {
    int end = text.length();
    int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    for (int i = 0; i < end - padding; i++) {
      if (SYMBOLS.indexOf(text.charAt(i)) < 0) {
        return i;
      }
    }
    return -1;
  }
}
