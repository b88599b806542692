package io.gatemason.generator.source;

import java.util.Arrays;

/**
 * The text of one input file. Thread-safe: immutable. Two files are equal only if they are the same
 * object.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /**
   * Holds a file.
   *
   * @param name the name shown to users: the path below the source folder, with {@code /}
   * @param text the whole text, without a byte order mark
   */
  public SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** The name shown to users: the path below the source folder, with {@code /}. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /**
   * One line without its line end.
   *
   * @param line counted from 1
   * @throws IndexOutOfBoundsException if the file has no such line
   */
  public String line(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /**
   * The position of a character; offsets beyond the end give the end.
   *
   * @param offset in UTF-16 units, counted from 0
   */
  public Position position(int offset) {
    int bounded = Math.max(0, Math.min(offset, text.length()));
    int found = Arrays.binarySearch(lineStarts, bounded);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, bounded - lineStarts[line] + 1, bounded);
  }

  /** The range of the whole file. */
  public Range range() {
    return new Range(this, Position.START, position(text.length()));
  }

  @Override
  public String toString() {
    return name;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean lineEnd =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (lineEnd) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
