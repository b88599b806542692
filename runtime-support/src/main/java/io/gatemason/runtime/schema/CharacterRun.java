package io.gatemason.runtime.schema;

/** A number of ASCII characters out of a set. Immutable. */
final class CharacterRun {
  private final boolean[] allowed;
  private final int min;
  private final int max;

  private CharacterRun(boolean[] allowed, int min, int max) {
    this.allowed = allowed;
    this.min = min;
    this.max = max;
  }

  static CharacterRun of(int min, int max, String... ranges) {
    boolean[] allowed = new boolean[256];
    for (String range : ranges) {
      for (int c = range.charAt(0); c <= range.charAt(1); c++) {
        allowed[c] = true;
      }
    }
    return new CharacterRun(allowed, min, max);
  }

  /** Whether a text is these runs, one after the other. Bytes that are no ASCII match none. */
  static boolean matches(CharacterRun[] runs, byte[] in, int start, int end) {
    int at = start;
    for (CharacterRun run : runs) {
      at = run.end(in, at, end);
      if (at < 0) {
        return false;
      }
    }
    return at == end;
  }

  /** Where the run that begins at a place ends; -1 if it is too short. */
  private int end(byte[] in, int start, int end) {
    int limit = max < end - start ? start + max : end;
    int at = start;
    while (at < limit && allowed[in[at] & 0xFF]) {
      at++;
    }
    return at - start < min ? -1 : at;
  }
}
