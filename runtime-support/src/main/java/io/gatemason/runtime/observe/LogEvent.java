package io.gatemason.runtime.observe;

import java.nio.charset.StandardCharsets;

/** One event of a log, which is one line whatever stands in it. */
final class LogEvent {
  private static final String TRUNCATED = " [TRUNCATED]";

  private LogEvent() {}

  /** The text with blanks for control characters and all that ends lines. */
  static String oneLine(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (!isOfLine(text.charAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.chars().forEach(c -> line.append(isOfLine((char) c) ? (char) c : ' '));
    return line.toString();
  }

  /** Whether a character may stand in a line as it is. */
  static boolean isOfLine(char c) {
    return c >= ' ' && (c < 0x7f || c > 0x9f) && c != '\u2028' && c != '\u2029';
  }

  /** The text as far as that many bytes of UTF-8 hold it, and a word that it was longer. */
  static String cut(String text, int bytes) {
    if (text.length() * 3L <= bytes || size(text) <= bytes) {
      return text;
    }
    int left = Math.max(bytes - TRUNCATED.length(), 0);
    int end = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      left -= size(codePoint);
      if (left < 0) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end) + TRUNCATED;
  }

  private static long size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static int size(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
}
