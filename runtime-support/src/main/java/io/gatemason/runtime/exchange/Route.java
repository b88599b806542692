package io.gatemason.runtime.exchange;

import java.util.Arrays;

/**
 * Verb and path segments of a request below the stage. Segments are raw: not percent-decoded. One
 * trailing slash is no segment, and neither are empty ones (from doubled slashes), except within
 * the value of a greedy variable. Not safe for concurrent use: one request, one route.
 */
public final class Route {
  private static final int TYPICAL_DEPTH = 8;

  private final String httpMethod;
  private final String path;
  private final int end;
  private int[] bounds = new int[2 * TYPICAL_DEPTH];
  private final String[] segments;
  private final int length;

  private Route(String httpMethod, String path, int start) {
    this.httpMethod = httpMethod;
    this.path = path;
    this.end = path.length() > start && path.endsWith("/") ? path.length() - 1 : path.length();
    this.length = split(start);
    this.segments = new String[length];
  }

  /** The route of a request with the verb {@code httpMethod} for {@code rawPath}. */
  public static Route of(String httpMethod, String rawPath) {
    return new Route(httpMethod, rawPath, 0);
  }

  /** The route below the first {@code start} characters of {@code rawPath}, which are the stage. */
  public static Route of(String httpMethod, String rawPath, int start) {
    return new Route(httpMethod, rawPath, start);
  }

  /** The verb, upper case, after X-HTTP-Method-Override. */
  public String httpMethod() {
    return httpMethod;
  }

  /** Number of segments; 0 for the root. */
  public int length() {
    return length;
  }

  /** Whether a slash stands behind the last segment. */
  public boolean endsWithSlash() {
    return length > 0 && end < path.length();
  }

  /** Whether there is a segment at {@code index}, which counts from 0. */
  public boolean has(int index) {
    return index < length;
  }

  /** The raw segment at {@code index}, which is below {@link #length()}. Never empty. */
  public String segment(int index) {
    String segment = segments[index];
    if (segment == null) {
      segment = path.substring(bounds[2 * index], bounds[2 * index + 1]);
      segments[index] = segment;
    }
    return segment;
  }

  /**
   * The raw rest of the path from the segment at {@code index} on, inner empty segments included,
   * without one trailing slash. What a greedy variable there stands for.
   */
  public String rest(int index) {
    return path.substring(bounds[2 * index], end);
  }

  private int split(int start) {
    int count = 0;
    int position = start;
    while (position < end) {
      int slash = path.indexOf('/', position);
      int stop = slash < 0 || slash > end ? end : slash;
      if (stop > position) {
        if (2 * count == bounds.length) {
          bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * count] = position;
        bounds[2 * count + 1] = stop;
        count++;
      }
      position = stop + 1;
    }
    return count;
  }
}
