package io.gatemason.generator.source;

import java.util.List;

/**
 * The text that is parsed: that of a file, or one where stretches were replaced. Places in it are
 * places of the file. Thread-safe: immutable.
 */
public final class TextView {
  private final SourceFile file;
  private final OffsetMap map;

  /**
   * A replacement.
   *
   * @param start the first character that is replaced, as an offset into the original text
   * @param end the offset after the last one
   * @param replacement what stands there instead
   */
  public record Edit(int start, int end, String replacement) {}

  private TextView(SourceFile file, List<Edit> edits) {
    this.file = file;
    this.map = new OffsetMap(file.text(), edits);
  }

  /** The text of a file as it stands. */
  public static TextView of(SourceFile file) {
    return new TextView(file, List.of());
  }

  /**
   * The text of a file with replacements.
   *
   * @param edits in any order
   * @throws IllegalArgumentException if two overlap
   */
  public static TextView of(SourceFile file, List<Edit> edits) {
    return new TextView(file, edits);
  }

  /** The file. */
  public SourceFile file() {
    return file;
  }

  /** The text to parse. */
  public String text() {
    return map.text();
  }

  /** The place in the file of a stretch of {@link #text()}. */
  public Range range(int start, int end) {
    Position from = file.position(map.original(start, false));
    Position to = file.position(map.original(end, true));
    return new Range(file, from, to.compareTo(from) < 0 ? from : to);
  }

  /** Whether a stretch of {@link #text()} differs from the file. */
  public boolean changed(int start, int end) {
    return map.changed(start, end);
  }
}
