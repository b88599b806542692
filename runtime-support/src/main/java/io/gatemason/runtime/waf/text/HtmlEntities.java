package io.gatemason.runtime.waf.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Character references of HTML: five named ones and all numbers, in any case and with or without
 * their semicolon. What is none stays. A character becomes its low byte.
 */
final class HtmlEntities {
  private static final Map<String, Integer> NAMED =
      Map.of("quot", 0x22, "amp", 0x26, "lt", 0x3C, "gt", 0x3E, "nbsp", 0xA0);
  private static final int LONGEST_NAME = 4;

  private HtmlEntities() {}

  static byte[] decoded(byte[] text) {
    Output output = new Output(text.length);
    int i = 0;
    while (i < text.length) {
      int end = text[i] == '&' ? end(text, i) : i;
      if (end == i) {
        output.add(text[i++]);
      } else {
        output.add(value(text, i, end));
        i = Letters.at(text, end) == ';' ? end + 1 : end;
      }
    }
    return output.bytes();
  }

  /** Where the reference that begins at an ampersand ends, or its start if it is none. */
  private static int end(byte[] text, int start) {
    if (Letters.at(text, start + 1) == '#') {
      int radix = radix(text, start);
      int digits = start + (radix == 16 ? 3 : 2);
      int end = digits;
      while (Character.digit((char) Letters.at(text, end), radix) >= 0) {
        end++;
      }
      return end == digits ? start : end;
    }
    int end = start + 1;
    while (Letters.isLetter(Letters.at(text, end)) || Letters.isDigit(Letters.at(text, end))) {
      if (end - start > LONGEST_NAME) {
        return start;
      }
      end++;
    }
    return NAMED.containsKey(name(text, start, end)) ? end : start;
  }

  private static int value(byte[] text, int start, int end) {
    if (text[start + 1] != '#') {
      return NAMED.getOrDefault(name(text, start, end), 0);
    }
    int radix = radix(text, start);
    int value = 0;
    for (int i = start + (radix == 16 ? 3 : 2); i < end; i++) {
      // Only the low byte is of interest, whatever the number.
      value = (value * radix + Character.digit((char) text[i], radix)) & 0xFFFF;
    }
    return value;
  }

  private static int radix(byte[] text, int start) {
    return Letters.lower(Letters.at(text, start + 2)) == 'x' ? 16 : 10;
  }

  private static String name(byte[] text, int start, int end) {
    return new String(text, start + 1, end - start - 1, StandardCharsets.ISO_8859_1)
        .toLowerCase(Locale.ROOT);
  }
}
