package io.gatemason.runtime.waf.text;

/** Escapes that begin with a backslash, as C and JavaScript have them. */
final class Escapes {
  private static final String NAMES = "abfnrtv";
  private static final String NAMED = "\u0007\b\f\n\r\t\u000B";
  private static final String STAND_FOR_THEMSELVES = "\\?'\"";
  private static final int LAST_CHARACTER = 0x10FFFF;

  private Escapes() {}

  /** Escapes of ANSI C; what is none stays as it is written. */
  static byte[] ofC(byte[] text) {
    Output output = new Output(text.length);
    int i = 0;
    while (i < text.length) {
      int next = text[i] == '\\' ? Letters.at(text, i + 1) : -1;
      if (NAMES.indexOf(next) >= 0) {
        output.add(NAMED.charAt(NAMES.indexOf(next)));
        i += 2;
      } else if (STAND_FOR_THEMSELVES.indexOf(next) >= 0) {
        output.add(next);
        i += 2;
      } else if (Letters.lower(next) == 'x' && Letters.hex(text, i + 2, 2) >= 0) {
        output.add(Letters.hex(text, i + 2, 2));
        i += 4;
      } else if (isOctal(next)) {
        i = octal(text, i + 1, 3, output);
      } else {
        output.add(text[i++]);
      }
    }
    return output.bytes();
  }

  /**
   * Escapes of JavaScript; the backslash before any other character is ignored.
   *
   * @param codePoints whether {@code \}{@code u{h...}} is an escape too (ECMA-262, section 12.9.4)
   */
  static byte[] ofScript(byte[] text, boolean codePoints) {
    Output output = new Output(text.length);
    int i = 0;
    while (i < text.length) {
      if (text[i] != '\\' || i + 1 == text.length) {
        output.add(text[i++]);
      } else {
        i = script(text, i + 1, codePoints, output);
      }
    }
    return output.bytes();
  }

  private static int script(byte[] text, int from, boolean codePoints, Output output) {
    int next = Letters.at(text, from);
    if (next == 'u' && Letters.hex(text, from + 1, 4) >= 0) {
      output.add(Letters.narrow(Letters.hex(text, from + 1, 4)));
      return from + 5;
    }
    if (codePoints && next == 'u' && Letters.at(text, from + 1) == '{') {
      int end = codePoint(text, from + 2, output);
      if (end >= 0) {
        return end;
      }
    }
    if (next == 'x' && Letters.hex(text, from + 1, 2) >= 0) {
      output.add(Letters.hex(text, from + 1, 2));
      return from + 3;
    }
    if (isOctal(next)) {
      // Three digits only if they make one byte.
      return octal(text, from, next > '3' ? 2 : 3, output);
    }
    int name = NAMES.indexOf(next);
    output.add(name >= 0 ? NAMED.charAt(name) : next);
    return from + 1;
  }

  /** Behind the closing brace, or -1 if these are not the digits of a character. */
  private static int codePoint(byte[] text, int from, Output output) {
    int character = 0;
    int i = from;
    for (; Letters.hexDigit(Letters.at(text, i)) >= 0; i++) {
      character = character << 4 | Letters.hexDigit(text[i]);
      if (character > LAST_CHARACTER) {
        return -1;
      }
    }
    if (i == from || Letters.at(text, i) != '}') {
      return -1;
    }
    output.add(Letters.narrow(character));
    return i + 1;
  }

  private static int octal(byte[] text, int from, int most, Output output) {
    int value = 0;
    int i = from;
    while (i < from + most && isOctal(Letters.at(text, i))) {
      value = value << 3 | text[i] - '0';
      i++;
    }
    output.add(value);
    return i;
  }

  private static boolean isOctal(int value) {
    return value >= '0' && value <= '7';
  }
}
