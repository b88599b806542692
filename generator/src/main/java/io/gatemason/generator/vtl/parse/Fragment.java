package io.gatemason.generator.vtl.parse;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of VTL that is parsed on its own: a template, or what stands between double quotes in
 * one. It knows where in the template each of its characters stands. Not thread-safe.
 */
public final class Fragment {
  private final String text;
  private final int @Nullable [] origins;
  private final int[] lineStarts;

  /** Where the last search ended: the parser asks from left to right, and lines can be long. */
  private int lastLine = -1;

  private int lastAt;
  private int lastReached;

  private Fragment(String text, int @Nullable [] origins) {
    this.text = text;
    this.origins = origins;
    this.lineStarts = IntStream.iterate(0, at -> at < text.length(), this::nextLine).toArray();
  }

  /** A whole template. */
  public static Fragment template(String text) {
    return new Fragment(text, null);
  }

  /**
   * The content of a string literal.
   *
   * @param text the content after unquoting
   * @param origins for each character, and for the end, its offset in the template
   */
  static Fragment literal(String text, int[] origins) {
    return new Fragment(text, origins);
  }

  /** Whether this is a whole template. */
  boolean isTemplate() {
    return origins == null;
  }

  String text() {
    return text;
  }

  /** The offset in the template of an offset in this fragment. */
  int origin(int offset) {
    int bounded = Math.max(0, Math.min(offset, text.length()));
    return origins == null ? bounded : origins[bounded];
  }

  /**
   * The offset in this fragment of a line and column of Velocity's character stream, which counts
   * from 1 and advances tabs to the next multiple of 8.
   */
  int offset(int line, int column) {
    if (line != lastLine || lastReached >= column) {
      lastLine = line;
      lastAt = lineStart(line);
      lastReached = 0;
    }
    while (lastAt < text.length()) {
      char c = text.charAt(lastAt);
      int reached = c == '\t' ? lastReached + 8 - (lastReached & 7) : lastReached + 1;
      if (reached >= column || c == '\n') {
        return lastAt;
      }
      lastReached = reached;
      lastAt++;
    }
    return lastAt;
  }

  private int lineStart(int line) {
    int index = Math.max(line, 1) - 1;
    return index < lineStarts.length ? lineStarts[index] : text.length();
  }

  private int nextLine(int start) {
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\n') {
        return at;
      }
      if (c == '\r') {
        return at < text.length() && text.charAt(at) == '\n' ? at + 1 : at;
      }
    }
    return at;
  }
}
