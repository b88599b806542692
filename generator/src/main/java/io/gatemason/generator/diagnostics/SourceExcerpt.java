package io.gatemason.generator.diagnostics;

import io.gatemason.generator.source.Range;

/** One source line with carets below a range; long lines are cut around the range. */
final class SourceExcerpt {
  private static final int WIDTH = 100;
  private static final int BEFORE = 40;
  private static final int TAB = 4;

  private final StringBuilder shown = new StringBuilder();
  private final StringBuilder carets = new StringBuilder();

  private SourceExcerpt() {}

  /** Two lines ending in line feeds; nothing where the line is empty. */
  static String of(Range range) {
    int number = range.start().line();
    String line = range.file().line(number);
    if (line.isBlank()) {
      return "";
    }
    int from = Math.min(range.start().column() - 1, line.length());
    int to =
        range.end().line() == number ? range.end().column() - 1 : line.stripTrailing().length();
    SourceExcerpt excerpt = new SourceExcerpt();
    excerpt.draw(line, from, Math.max(from + 1, to));
    String gutter = "%5d | ".formatted(number);
    return gutter
        + excerpt.shown.toString().stripTrailing()
        + "\n"
        + " ".repeat(gutter.length() - 2)
        + "| "
        + excerpt.carets.toString().stripTrailing()
        + "\n";
  }

  private void draw(String line, int from, int to) {
    boolean cut = line.length() > WIDTH;
    int start = cut ? Math.max(0, Math.min(from - BEFORE, line.length() - WIDTH)) : 0;
    int end = cut ? Math.min(line.length(), start + WIDTH) : line.length();
    start = boundary(line, start);
    end = boundary(line, end);
    if (start > 0) {
      append("…", 1, false);
    }
    for (int at = start; at < end; at += Character.charCount(line.codePointAt(at))) {
      int c = line.codePointAt(at);
      String text = c == '\t' ? " ".repeat(TAB) : printable(c);
      append(text, c == '\t' ? TAB : width(c), at >= from && at < to);
    }
    if (end < line.length()) {
      append("…", 1, false);
    }
    if (from >= line.length()) {
      append(" ", 1, true);
    }
  }

  private void append(String text, int width, boolean marked) {
    shown.append(text);
    carets.append((marked ? "^" : " ").repeat(width));
  }

  private static int boundary(String line, int at) {
    return at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
  }

  /** Control and direction characters must not reach a terminal. */
  private static String printable(int c) {
    boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    return hidden || Character.getType(c) == Character.SURROGATE ? "\uFFFD" : Character.toString(c);
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return Character.isIdeographic(c)
            || (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x3041 && c <= 0x33FF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xFF01 && c <= 0xFF60)
            || (c >= 0x1F300 && c <= 0x1FAFF)
        ? 2
        : 1;
  }
}
