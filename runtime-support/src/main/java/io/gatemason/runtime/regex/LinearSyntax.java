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
    for (int at = 0; at < expression.length(); ) {
      int end = at + 1;
      char c = expression.charAt(at);
      if (c == '\\' && end < expression.length()) {
        end = endOfEscape(expression, at);
        linear.append(escape(expression.substring(at, end), inClass));
      } else {
        if (inClass) {
          end = endOfNamed(expression, at);
          inClass = c != ']';
        } else if (c == '[') {
          end = endOfOpening(expression, at);
          inClass = true;
        }
        linear.append(expression, at, end);
      }
      at = end;
    }
    return linear.toString();
  }

  /** Behind the beginning of a class, in which a bracket that comes first is a character. */
  private static int endOfOpening(String expression, int at) {
    int end = expression.startsWith("^", at + 1) ? at + 2 : at + 1;
    return expression.startsWith("]", end) ? end + 1 : end;
  }

  /** Behind a named class such as {@code [:alpha:]} inside of a class, or the one character. */
  private static int endOfNamed(String expression, int at) {
    int end = expression.startsWith("[:", at) ? expression.indexOf(":]", at + 2) : -1;
    return end < 0 ? at + 1 : end + 2;
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
