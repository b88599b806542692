package io.gatemason.runtime.schema;

/**
 * A number of ASCII characters out of a set. Immutable.
 *
 * @param low the characters below 64, one bit each
 * @param high the characters from 64 to 127, one bit each
 */
record CharacterRun(long low, long high, int min, int max) {

  static CharacterRun of(int min, int max, String... ranges) {
    long low = 0;
    long high = 0;
    for (String range : ranges) {
      for (int c = range.charAt(0); c <= range.charAt(1); c++) {
        low |= c < 64 ? 1L << c : 0;
        high |= c >= 64 ? 1L << c : 0;
      }
    }
    return new CharacterRun(low, high, min, max);
  }

  /** Whether a text is these runs, one after the other. */
  static boolean matches(CharacterRun[] runs, CharSequence text) {
    int at = 0;
    for (int i = 0; i < runs.length && at >= 0; i++) {
      at = runs[i].end(text, at);
    }
    return at == text.length();
  }

  /** Where the run that begins at a place ends; -1 if it is too short. */
  private int end(CharSequence text, int start) {
    int limit = max < text.length() - start ? start + max : text.length();
    int at = start;
    while (at < limit && has(text.charAt(at))) {
      at++;
    }
    return at - start < min ? -1 : at;
  }

  private boolean has(char c) {
    return c < 128 && (((c < 64 ? low : high) >>> c) & 1) != 0;
  }
}
