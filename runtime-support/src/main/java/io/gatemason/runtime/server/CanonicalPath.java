package io.gatemason.runtime.server;

import org.jspecify.annotations.Nullable;

/**
 * The one form of a request's path that everything in the gateway reads: routes, policies, cache
 * keys, web ACLs, mappings, backends. Only signatures are about the path as it was sent. Two texts
 * of one path must not be told apart in one place and taken for the same in another (RFC 3986
 * §6.2.2, docs/behaviour/routing.md#canonical-path).
 */
final class CanonicalPath {
  private static final String UNRESERVED = "-._~";

  private CanonicalPath() {}

  /**
   * The canonical form of a path whose escapes are well-formed: escapes of characters that need
   * none are resolved. Null for a path that would leave its place: one with a segment {@code .} or
   * {@code ..}, or with a segment that climbs out of itself once its escaped slashes are taken for
   * slashes.
   */
  static @Nullable String of(String sent) {
    String path = sent.indexOf('%') < 0 ? sent : resolved(sent);
    if (path.indexOf("/.") < 0 && path.indexOf('%') < 0) {
      return path;
    }
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      if (leaves(path.substring(start, end))) {
        return null;
      }
      start = end + 1;
    }
    return path;
  }

  private static String resolved(String sent) {
    StringBuilder path = new StringBuilder(sent.length());
    for (int i = 0; i < sent.length(); i++) {
      char c = sent.charAt(i);
      char octet = c == '%' ? octet(sent, i) : c;
      if (c == '%' && isUnreserved(octet)) {
        path.append(octet);
        i += 2;
      } else {
        path.append(c);
      }
    }
    return path.toString();
  }

  /** Whether a segment is a step out of its place, now or after one more decoding. */
  private static boolean leaves(String segment) {
    if (isStep(segment)) {
      return true;
    }
    if (segment.indexOf('%') < 0) {
      return false;
    }
    int depth = 0;
    for (String part : segment.split("(?i)%2f|%5c", -1)) {
      if (isUp(part)) {
        depth--;
      } else if (!part.isEmpty() && !isStep(part)) {
        depth++;
      }
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }

  /** Some servers drop what follows a semicolon before they look at the segment. */
  private static boolean isStep(String segment) {
    return segment.equals(".") || segment.startsWith(".;") || isUp(segment);
  }

  private static boolean isUp(String segment) {
    return segment.equals("..") || segment.startsWith("..;");
  }

  private static char octet(String text, int percent) {
    return (char)
        (Character.digit(text.charAt(percent + 1), 16) * 16
            + Character.digit(text.charAt(percent + 2), 16));
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNRESERVED.indexOf(c) >= 0;
  }
}
