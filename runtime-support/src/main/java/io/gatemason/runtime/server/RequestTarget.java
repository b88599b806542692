package io.gatemason.runtime.server;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;

/**
 * What is demanded of a request's target and head before anybody looks for its API; the parsers of
 * the two protocols demand more or less than the managed service.
 */
final class RequestTarget {
  private static final String IN_PATHS = "/-._~!$&'()*+,;=:@";

  private RequestTarget() {}

  /**
   * The raw path. Of a whole URL, which proxies are sent and every server has to understand (RFC
   * 9112 §3.2.2), it is what follows the host; a doubled slash before the first segment counts as
   * one.
   */
  static String path(HttpPrologue prologue) {
    String target = prologue.uriPath().rawPath();
    int start = 0;
    if (target.regionMatches(true, 0, "http", 0, 4) && target.contains("://")) {
      start = target.indexOf('/', target.indexOf("://") + 3);
    }
    if (start < 0) {
      return "/";
    }
    while (target.startsWith("//", start)) {
      start++;
    }
    return target.substring(start);
  }

  /** The length of path and query as they were sent. */
  static int length(HttpPrologue prologue) {
    int length = prologue.uriPath().rawPath().length();
    return prologue.hasQuery() ? length + 1 + prologue.query().rawValue().length() : length;
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

  /** The length of a head's fields with their separators; HTTP/2 compresses them. */
  static long length(Headers headers) {
    long length = 0;
    for (var header : headers) {
      for (String value : header.allValues()) {
        length += header.name().length() + value.length() + 4;
      }
    }
    return length;
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
