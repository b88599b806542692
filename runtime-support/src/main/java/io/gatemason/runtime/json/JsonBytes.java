package io.gatemason.runtime.json;

/** The signs, blanks and words of JSON in UTF-8. */
final class JsonBytes {
  private JsonBytes() {}

  /** The place of the next byte that is no blank; there has to be one. */
  static int token(byte[] in, int from) {
    int i = from < in.length && in[from] > ' ' ? from : afterBlanks(in, from);
    require(i < in.length, i);
    return i;
  }

  /** The place of the next byte that is no blank; the end where there is none. */
  static int afterBlanks(byte[] in, int from) {
    int i = from;
    while (i < in.length && in[i] <= ' ') {
      require(in[i] == ' ' || in[i] == '\n' || in[i] == '\r' || in[i] == '\t', i);
      i++;
    }
    return i;
  }

  /** The place after a sign that has to be here. */
  static int after(byte[] in, int i, char expected) {
    require(in[i] == expected, i);
    return i + 1;
  }

  /** The place after a word that has to be here; its first letter is known to be. */
  static int literal(byte[] in, int start, String word) {
    int end = start + word.length();
    require(end <= in.length, start);
    for (int i = 1; i < word.length(); i++) {
      require(in[start + i] == word.charAt(i), start + i);
    }
    return end;
  }

  /** Fails where there is no JSON. */
  static void require(boolean condition, int place) {
    if (!condition) {
      throw new JsonFormatException("no JSON at byte " + place);
    }
  }
}
