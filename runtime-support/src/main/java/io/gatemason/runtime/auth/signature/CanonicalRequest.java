package io.gatemason.runtime.auth.signature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The one text of a request that its signature is about. */
final class CanonicalRequest {
  private static final String SIGNATURE = "X-Amz-Signature=";

  private CanonicalRequest() {}

  /**
   * The text.
   *
   * @param signedHeaders lower-case names, in the order of the signature
   * @param bodyHash the SHA-256 of the body in hexadecimal digits
   */
  static String of(SignedRequest request, List<String> signedHeaders, String bodyHash) {
    StringBuilder text = new StringBuilder(512);
    text.append(request.method()).append('\n');
    appendPath(text, request.path());
    return appendRest(text, request, signedHeaders, bodyHash);
  }

  /** The same for S3, which takes the path as it is. */
  static String withPathAsSent(SignedRequest request, List<String> signedHeaders, String bodyHash) {
    StringBuilder text = new StringBuilder(512);
    text.append(request.method()).append('\n').append(request.path());
    return appendRest(text, request, signedHeaders, bodyHash);
  }

  private static String appendRest(
      StringBuilder text, SignedRequest request, List<String> signedHeaders, String bodyHash) {
    text.append('\n');
    appendQuery(text, request.query());
    text.append('\n');
    for (String name : signedHeaders) {
      text.append(name).append(':');
      String separator = "";
      for (String value : request.header(name)) {
        text.append(separator);
        appendCollapsed(text, value);
        separator = ",";
      }
      text.append('\n');
    }
    text.append('\n').append(String.join(";", signedHeaders));
    return text.append('\n').append(bodyHash).toString();
  }

  /** Without dot segments and empty ones, each segment encoded once more than it was sent. */
  private static void appendPath(StringBuilder text, String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    for (String segment : segments) {
      text.append('/').append(UriEncoding.encoded(segment));
    }
    if (segments.isEmpty() || path.endsWith("/")) {
      text.append('/');
    }
  }

  /** Sorted by encoded name, then by encoded value; a presigned request does not sign itself. */
  private static void appendQuery(StringBuilder text, String query) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("[&;]", -1)) {
      if (!pair.isEmpty() && !pair.startsWith(SIGNATURE)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        pairs.add(Map.entry(UriEncoding.reencoded(name), UriEncoding.reencoded(value)));
      }
    }
    Collections.sort(
        pairs, Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry::getValue));
    for (Iterator<Map.Entry<String, String>> each = pairs.iterator(); each.hasNext(); ) {
      Map.Entry<String, String> pair = each.next();
      text.append(pair.getKey()).append('=').append(pair.getValue());
      if (each.hasNext()) {
        text.append('&');
      }
    }
  }

  /** The value without blanks around it, and with one blank for each run of them. */
  private static void appendCollapsed(StringBuilder text, String value) {
    boolean blank = false;
    String stripped = value.strip();
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      boolean space = c == ' ' || c == '\t';
      if (!space) {
        text.append(c);
      } else if (!blank) {
        text.append(' ');
      }
      blank = space;
    }
  }
}
