package io.gatemason.generator.source;

import io.gatemason.generator.source.TextView.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text with replacements, and the way back from its offsets to those of the original. */
final class OffsetMap {
  private final String text;
  private final List<Piece> pieces;

  private record Piece(int start, int end, Edit edit) {}

  /**
   * Applies replacements.
   *
   * @param edits in any order
   * @throws IllegalArgumentException if two overlap
   */
  OffsetMap(String original, List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(Edit::start));
    StringBuilder out = new StringBuilder(original.length());
    List<Piece> found = new ArrayList<>();
    int copied = 0;
    for (Edit edit : sorted) {
      if (edit.start() < copied) {
        throw new IllegalArgumentException("Replacements overlap");
      }
      out.append(original, copied, edit.start());
      int start = out.length();
      out.append(edit.replacement());
      found.add(new Piece(start, out.length(), edit));
      copied = edit.end();
    }
    out.append(original, copied, original.length());
    this.text = out.toString();
    this.pieces = List.copyOf(found);
  }

  String text() {
    return text;
  }

  /** Whether a stretch of the new text was replaced. */
  boolean changed(int start, int end) {
    return pieces.stream().anyMatch(p -> p.start() < end && p.end() > start);
  }

  /** The offset in the original; inside a replacement its start, or as an end its end. */
  int original(int offset, boolean asEnd) {
    int shift = 0;
    for (Piece piece : pieces) {
      if (piece.start() > offset || (asEnd && piece.start() == offset)) {
        break;
      }
      if (offset < piece.end() || (asEnd && offset == piece.end())) {
        return asEnd ? piece.edit().end() : piece.edit().start();
      }
      shift = piece.edit().end() - piece.end();
    }
    return offset + shift;
  }
}
