package io.gatemason.runtime.transport;

import java.nio.charset.StandardCharsets;

/** Writes paths and queries of request targets. */
public final class TargetText {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private TargetText() {}

  /** Appends a name or value of the query such that it is read back as it is. */
  public static void appendComponent(StringBuilder target, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isUnreserved(c)) {
        appendEscaped(target, text, i, true);
        return;
      }
      target.append(c);
    }
  }

  /**
   * Appends raw text of a URI as it stands; only what would end or split the request line, blanks,
   * control characters, {@code #} and non-ASCII characters, is escaped.
   */
  public static void appendRaw(StringBuilder target, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isVisible(c)) {
        appendEscaped(target, text, i, false);
        return;
      }
      target.append(c);
    }
  }

  /**
   * The path of {@code pathAndQuery} with every character but unreserved ones and slashes escaped,
   * which is the form that S3 signs; escapes stay, the query stays.
   */
  public static String canonicalPath(String pathAndQuery) {
    int end = pathAndQuery.indexOf('?') < 0 ? pathAndQuery.length() : pathAndQuery.indexOf('?');
    StringBuilder path = new StringBuilder(pathAndQuery.length());
    for (byte octet : pathAndQuery.substring(0, end).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      if (isUnreserved(c) || c == '/' || c == '%') {
        path.append(c);
      } else {
        path.append('%').append(HEX[c >> 4]).append(HEX[c & 0xf]);
      }
    }
    return path.append(pathAndQuery, end, pathAndQuery.length()).toString();
  }

  private static void appendEscaped(
      StringBuilder target, String text, int from, boolean component) {
    for (byte octet : text.substring(from).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      if (component ? isUnreserved(c) : isVisible(c)) {
        target.append(c);
      } else {
        target.append('%').append(HEX[c >> 4]).append(HEX[c & 0xf]);
      }
    }
  }

  private static boolean isVisible(char c) {
    return c > ' ' && c < 0x7f && c != '#';
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
