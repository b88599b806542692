package io.gatemason.generator.source;

/** Finds the place of a character of a scalar's value in the quoted or folded source text. */
final class ScalarPositions {
  private ScalarPositions() {}

  /**
   * Walks source and value side by side: a source character equal to the next value character is
   * that character; an escape stands for one; everything else is indentation, quoting or folding.
   */
  static Position locate(Range range, String value, int offset) {
    String text = range.file().text();
    int at = range.start().offset();
    int end = range.end().offset();
    boolean escapes = at < end && text.charAt(at) == '"';
    int found = 0;
    at = skipIntroduction(text, at, end);
    while (at < end && found < offset) {
      char c = text.charAt(at);
      if (escapes && c == '\\') {
        int length = escapeLength(text, at, end);
        found += text.charAt(Math.min(at + 1, end - 1)) == '\n' ? 0 : 1;
        at += length;
      } else {
        found += found < value.length() && matches(c, value.charAt(found)) ? 1 : 0;
        at++;
      }
    }
    while (at < end && found < value.length() && isSkipped(text.charAt(at), value.charAt(found))) {
      at++;
    }
    return range.file().position(at);
  }

  private static boolean matches(char source, char value) {
    return source == value || (source == '\n' && value == ' ');
  }

  private static boolean isSkipped(char source, char value) {
    return source != value && (source == ' ' || source == '\r' || source == '\n');
  }

  private static int skipIntroduction(String text, int start, int end) {
    if (start >= end) {
      return start;
    }
    char first = text.charAt(start);
    if (first == '"' || first == '\'') {
      return start + 1;
    }
    if (first == '|' || first == '>') {
      int lineEnd = text.indexOf('\n', start);
      return lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
    }
    return start;
  }

  private static int escapeLength(String text, int at, int end) {
    if (at + 1 >= end) {
      return 1;
    }
    return switch (text.charAt(at + 1)) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }
}
