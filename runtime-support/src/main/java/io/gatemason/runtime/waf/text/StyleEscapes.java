package io.gatemason.runtime.waf.text;

/**
 * Escapes of style sheets (CSS 2, section 4.1.3): up to six hexadecimal digits, of which the last
 * two count, and one blank behind them. Before anything else a backslash is ignored, before the end
 * of a line together with it.
 */
final class StyleEscapes {
  private static final int MOST_DIGITS = 6;

  private StyleEscapes() {}

  static byte[] decoded(byte[] text) {
    Output output = new Output(text.length);
    int i = 0;
    while (i < text.length) {
      if (text[i] != '\\') {
        output.add(text[i++]);
        continue;
      }
      i++;
      int digits = digits(text, i);
      if (digits > 0) {
        output.add(Letters.narrow(Letters.hex(text, i, digits)));
        i += digits;
        i += i < text.length && isBlank(text[i]) ? 1 : 0;
      } else if (i < text.length) {
        if (text[i] != '\n') {
          output.add(text[i]);
        }
        i++;
      }
    }
    return output.bytes();
  }

  private static int digits(byte[] text, int from) {
    int digits = 0;
    while (digits < MOST_DIGITS && Letters.hexDigit(Letters.at(text, from + digits)) >= 0) {
      digits++;
    }
    return digits;
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || (value >= 9 && value <= 13);
  }
}
