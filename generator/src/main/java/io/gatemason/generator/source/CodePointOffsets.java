package io.gatemason.generator.source;

/** Turns offsets counted in code points into UTF-16 offsets. */
final class CodePointOffsets {
  private final String text;
  private final boolean identical;
  private int codePoints;
  private int units;

  CodePointOffsets(String text) {
    this.text = text;
    this.identical = text.chars().noneMatch(c -> Character.isHighSurrogate((char) c));
  }

  /** The UTF-16 offset; calls with growing offsets cost no more than one walk over the text. */
  int units(int offset) {
    if (identical) {
      return Math.min(offset, text.length());
    }
    while (codePoints < offset && units < text.length()) {
      units += Character.charCount(text.codePointAt(units));
      codePoints++;
    }
    while (codePoints > offset) {
      units -= Character.charCount(text.codePointBefore(units));
      codePoints--;
    }
    return units;
  }
}
