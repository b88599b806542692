package io.gatemason.generator.source;

/**
 * A place in a source file. Thread-safe: immutable.
 *
 * @param line the line, counted from 1
 * @param column the column in UTF-16 units, counted from 1
 * @param offset the distance from the start of the file in UTF-16 units, counted from 0
 */
public record Position(int line, int column, int offset) implements Comparable<Position> {

  /** The first character of a file. */
  public static final Position START = new Position(1, 1, 0);

  public Position {
    if (line < 1 || column < 1 || offset < 0) {
      throw new IllegalArgumentException("No such position: " + line + ":" + column);
    }
  }

  /** Orders by {@link #offset()}; only meaningful within one file. */
  @Override
  public int compareTo(Position other) {
    return Integer.compare(offset, other.offset);
  }
}
