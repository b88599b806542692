package io.gatemason.runtime.regex;

/**
 * Writes an expression of Java in the syntax of RE2 where both have the same sign for different
 * characters: the vertical tab is a blank, and {@code \v} stands for all ends of lines, as in PCRE.
 */
final class LinearSyntax {
  private static final String BLANKS = "\\t-\\r ";
  private static final String NO_BLANKS = "\\x00-\\x08\\x0e-\\x1f!-\\x{10ffff}";
  private static final String LINE_ENDS = "\\n-\\r\\x85\\x{2028}\\x{2029}";

  private LinearSyntax() {}

  static String of(String expression) {
    StringBuilder linear = new StringBuilder(expression.length());
    boolean inClass = false;
    int at = 0;
    while (at < expression.length()) {
      char c = expression.charAt(at);
      if (c == '\\' && at + 1 < expression.length()) {
        int end = endOfEscape(expression, at);
        linear.append(escape(expression.substring(at, end), inClass));
        at = end;
      } else {
        inClass = c == '[' || (inClass && c != ']');
        linear.append(c);
        at++;
      }
    }
    return linear.toString();
  }

  /** Behind an escape; text between {@code \Q} and {@code \E} is one. */
  private static int endOfEscape(String expression, int at) {
    if (expression.charAt(at + 1) != 'Q') {
      return at + 2;
    }
    int end = expression.indexOf("\\E", at);
    return end < 0 ? expression.length() : end + 2;
  }

  private static String escape(String escape, boolean inClass) {
    String set =
        switch (escape) {
          case "\\s" -> BLANKS;
          case "\\S" -> NO_BLANKS;
          case "\\v" -> LINE_ENDS;
          default -> "";
        };
    return set.isEmpty() ? escape : inClass ? set : "[" + set + "]";
  }
}
