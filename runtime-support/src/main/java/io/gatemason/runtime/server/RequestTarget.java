package io.gatemason.runtime.server;

/**
 * What is demanded of a request's target before anybody looks for its API, beside the grammar of
 * HTTP.
 */
final class RequestTarget {
  private static final String IN_PATHS = "/-._~!$&'()*+,;=:@";

  private RequestTarget() {}

  /** The path, in which a doubled slash before the first segment counts as one. */
  static String path(String sent) {
    int start = 0;
    while (sent.startsWith("//", start)) {
      start++;
    }
    return sent.substring(start);
  }

  /**
   * Whether something is not escaped although it has to be, or not rightly
   * (docs/behaviour/routing.md#encoding).
   */
  static boolean malformed(String path, String query) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean legal = c == '%' ? isEscape(path, i) : isAlphanumeric(c) || IN_PATHS.indexOf(c) >= 0;
      if (!legal) {
        return true;
      }
    }
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c <= ' ' || c > '~' || c == '{' || c == '|' || c == '}') {
        return true;
      }
      if (c == '%' && !isEscape(query, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEscape(String text, int index) {
    return index + 2 < text.length()
        && Character.digit(text.charAt(index + 1), 16) >= 0
        && Character.digit(text.charAt(index + 2), 16) >= 0;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
