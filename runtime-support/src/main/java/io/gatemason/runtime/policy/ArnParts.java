package io.gatemason.runtime.policy;

/** ARNs as six parts between colons, of which the last may hold further colons. */
final class ArnParts {
  private static final int PARTS = 6;

  private ArnParts() {}

  /** Whether each part of the pattern stands for the whole of its part of {@code arn}. */
  static boolean match(int[] pattern, String arn) {
    int patternStart = 0;
    int start = 0;
    for (int part = 1; part < PARTS; part++) {
      int patternEnd = colon(pattern, patternStart);
      int end = arn.indexOf(':', start);
      if (patternEnd < 0 || end < 0) {
        return false;
      }
      if (!matches(pattern, patternStart, patternEnd, arn, start, end)) {
        return false;
      }
      patternStart = patternEnd + 1;
      start = end + 1;
    }
    return matches(pattern, patternStart, pattern.length, arn, start, arn.length());
  }

  private static int colon(int[] pattern, int from) {
    for (int i = from; i < pattern.length; i++) {
      if (pattern[i] == ':') {
        return i;
      }
    }
    return -1;
  }

  private static boolean matches(
      int[] pattern, int patternStart, int patternEnd, String arn, int start, int end) {
    return Glob.matches(
        java.util.Arrays.copyOfRange(pattern, patternStart, patternEnd), arn, start, end, false);
  }
}
