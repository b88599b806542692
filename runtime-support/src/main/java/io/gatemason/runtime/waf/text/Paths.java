package io.gatemason.runtime.waf.text;

/** Paths without what does not lead anywhere. */
final class Paths {
  private Paths() {}

  static byte[] slashed(byte[] text) {
    byte[] slashed = text.clone();
    for (int i = 0; i < slashed.length; i++) {
      if (slashed[i] == '\\') {
        slashed[i] = '/';
      }
    }
    return slashed;
  }

  /**
   * A path in which no segment is empty or {@code .}, and {@code ..} stands only at the start of a
   * relative one. A slash at the end stays if something is before it.
   */
  static byte[] normalized(byte[] text) {
    Output output = new Output(text.length + 1);
    boolean rooted = Letters.at(text, 0) == '/';
    if (rooted) {
      output.add('/');
    }
    int root = output.length();
    // How much of the output no ".." takes away.
    int kept = root;
    int from = root;
    while (from < text.length) {
      int to = segmentEnd(text, from);
      boolean up = to - from == 2 && text[from] == '.' && text[from + 1] == '.';
      if (up && output.length() > kept) {
        output.cut(parent(output, kept));
      } else if (up && !rooted) {
        addSegment(output, text, from, to);
        kept = output.length();
      } else if (!up && to > from && !(to - from == 1 && text[from] == '.')) {
        addSegment(output, text, from, to);
      }
      from = to + 1;
    }
    // Each segment was written with a slash behind it.
    if (output.length() > root && text[text.length - 1] != '/') {
      output.cut(output.length() - 1);
    }
    return output.bytes();
  }

  private static void addSegment(Output output, byte[] text, int from, int to) {
    output.add(text, from, to);
    output.add('/');
  }

  private static int segmentEnd(byte[] text, int from) {
    int end = from;
    while (end < text.length && text[end] != '/') {
      end++;
    }
    return end;
  }

  /** How long the output is without its last segment. */
  private static int parent(Output output, int kept) {
    int end = output.length() - 1;
    while (end > kept && output.at(end - 1) != '/') {
      end--;
    }
    return end;
  }
}
