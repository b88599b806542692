package io.gatemason.generator.source;

/**
 * A stretch of a source file. Thread-safe: immutable.
 *
 * @param file the file
 * @param start the first character
 * @param end the character after the last one; not before {@code start}
 */
public record Range(SourceFile file, Position start, Position end) {

  public Range {
    if (end.compareTo(start) < 0) {
      throw new IllegalArgumentException("A range cannot end before it starts");
    }
  }

  /** What stands there. */
  public String text() {
    return file.text().substring(start.offset(), end.offset());
  }

  /** {@code file:line:column} of the start. */
  @Override
  public String toString() {
    return file.name() + ":" + start.line() + ":" + start.column();
  }
}
