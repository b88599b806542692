package io.gatemason.runtime.policy;

/**
 * Text with wildcards: {@link #ANY} stands for any run of characters, {@link #ONE} for exactly one,
 * everything else for itself. Matching takes time proportional to pattern times text at worst, and
 * allocates nothing.
 */
final class Glob {
  /** {@code *}. */
  static final int ANY = -1;

  /** {@code ?}. */
  static final int ONE = -2;

  private Glob() {}

  /** Whether the pattern stands for the whole text. */
  static boolean matches(int[] pattern, CharSequence text, boolean ignoreCase) {
    return matches(pattern, text, 0, text.length(), ignoreCase);
  }

  /** Whether the pattern stands for all of the text between two indexes. */
  static boolean matches(int[] pattern, CharSequence text, int start, int end, boolean ignoreCase) {
    int p = 0;
    int t = start;
    int retryPattern = -1;
    int retryText = start;
    while (t < end) {
      if (p < pattern.length && pattern[p] == ANY) {
        retryPattern = ++p;
        retryText = t;
      } else if (p < pattern.length && fits(pattern[p], text.charAt(t), ignoreCase)) {
        p++;
        t++;
      } else if (retryPattern >= 0) {
        p = retryPattern;
        t = ++retryText;
      } else {
        return false;
      }
    }
    while (p < pattern.length && pattern[p] == ANY) {
      p++;
    }
    return p == pattern.length;
  }

  private static boolean fits(int expected, char found, boolean ignoreCase) {
    return expected == ONE
        || expected == found
        || (ignoreCase && expected >= 0 && sameLetter((char) expected, found));
  }

  static boolean sameLetter(char one, char other) {
    char upper = Character.toUpperCase(one);
    char otherUpper = Character.toUpperCase(other);
    return upper == otherUpper || Character.toLowerCase(upper) == Character.toLowerCase(otherUpper);
  }

  /** The characters of a text, each standing for itself. */
  static int[] literal(String text) {
    return text.chars().toArray();
  }

  /** The characters of a text, in which {@code *} and {@code ?} are wildcards. */
  static int[] of(String text) {
    return text.chars().map(c -> c == '*' ? ANY : c == '?' ? ONE : c).toArray();
  }
}
