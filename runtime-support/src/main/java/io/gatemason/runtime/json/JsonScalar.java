package io.gatemason.runtime.json;

/**
 * Tells texts that are a value of JSON without members: a number, a string, {@code true}, {@code
 * false} or {@code null}. What can be told by looking at it is not parsed. Source: RFC 8259, 3 and
 * 6.
 */
public final class JsonScalar {
  /** A parser has limits for longer ones. */
  private static final int SHORT = 40;

  private JsonScalar() {}

  /** Whether the text is such a value, perhaps between blanks. */
  public static boolean is(String text) {
    int length = text.length();
    if (length == 0) {
      return false;
    }
    char first = text.charAt(0);
    if (first == ' ' || first == '"' || text.charAt(length - 1) == ' ') {
      return parses(text);
    }
    if (first != '-' && !isDigit(first)) {
      return text.equals("true") || text.equals("false") || text.equals("null");
    }
    int end = fraction(text, integer(text, first == '-' ? 1 : 0));
    if (end == length && length <= SHORT) {
      return true;
    }
    return end > 0 && (end == length || isExponent(text.charAt(end))) && parses(text);
  }

  private static boolean isExponent(char c) {
    return c == 'e' || c == 'E';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The end of the digits before the point, 0 if there are none or too many. */
  private static int integer(String text, int from) {
    int end = digits(text, from);
    boolean leadingZero = end > from + 1 && text.charAt(from) == '0';
    return end == from || leadingZero ? 0 : end;
  }

  /** The end of what begins with a point, {@code from} if nothing does, 0 if nothing follows it. */
  private static int fraction(String text, int from) {
    if (from == 0 || from == text.length() || text.charAt(from) != '.') {
      return from;
    }
    int end = digits(text, from + 1);
    return end == from + 1 ? 0 : end;
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean parses(String text) {
    try {
      return Json.read(text).isValueNode();
    } catch (JsonFormatException e) {
      return false;
    }
  }
}
