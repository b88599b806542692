package io.gatemason.runtime.waf.text;

/** Text of URLs, decoded once: what is no escape stays as it is written. */
final class UrlDecoding {
  private UrlDecoding() {}

  /**
   * Decodes {@code %hh} and plus signs.
   *
   * @param unicode whether {@code %uhhhh} is an escape too
   */
  static byte[] of(byte[] text, boolean unicode) {
    Output output = new Output(text.length);
    int i = 0;
    while (i < text.length) {
      int wide =
          unicode && text[i] == '%' && isU(Letters.at(text, i + 1))
              ? Letters.hex(text, i + 2, 4)
              : -1;
      int narrow = text[i] == '%' ? Letters.hex(text, i + 1, 2) : -1;
      if (wide >= 0) {
        output.add(Letters.narrow(wide));
        i += 6;
      } else if (narrow >= 0) {
        output.add(narrow);
        i += 3;
      } else {
        output.add(text[i] == '+' ? ' ' : text[i]);
        i++;
      }
    }
    return output.bytes();
  }

  private static boolean isU(int value) {
    return value == 'u' || value == 'U';
  }
}
