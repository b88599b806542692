package io.gatemason.generator.source;

import java.util.Arrays;

/**
 * Where each character of a scalar's value stands in the source text, undone quoting, escapes,
 * folding and indentation. One walk, kept for later questions. Thread-safe: immutable.
 */
final class ScalarPositions {
  private final Range range;
  private final String source;
  private final String value;
  private final int end;
  private final int[] offsets;
  private int at;
  private int found;

  private ScalarPositions(Range range, String value) {
    this.range = range;
    this.source = range.file().text();
    this.value = value;
    this.at = range.start().offset();
    this.end = range.end().offset();
    this.offsets = new int[value.length() + 1];
    walk();
    Arrays.fill(offsets, found, offsets.length, Math.min(at, end));
  }

  static ScalarPositions of(Range range, String value) {
    return new ScalarPositions(range, value);
  }

  /** The place of a character; offsets beyond the value give its end. */
  Position position(int offset) {
    int bounded = Math.max(0, Math.min(offset, value.length()));
    return range.file().position(offsets[bounded]);
  }

  private void walk() {
    char first = at < end ? source.charAt(at) : ' ';
    if (first == '|' || first == '>') {
      block();
    } else if (first == '"' || first == '\'') {
      at++;
      flow(first);
    } else {
      flow(' ');
    }
  }

  private void flow(char quote) {
    while (at < end && found < value.length()) {
      char c = source.charAt(at);
      int blank = blankBeforeBreak();
      if (quote == '"' && c == '\\') {
        escape();
      } else if (blank >= 0) {
        fold(blank);
      } else {
        put(1, quote == '\'' && c == '\'' ? 2 : 1);
      }
    }
  }

  /** The offset of a line break with nothing but blanks before it; -1 where there is none. */
  private int blankBeforeBreak() {
    int next = at;
    while (next < end && isBlank(source.charAt(next))) {
      next++;
    }
    return next < end && isBreak(source.charAt(next)) ? next : -1;
  }

  private void fold(int firstBreak) {
    int breaks = 0;
    int next = firstBreak;
    int from = firstBreak;
    while (next < end && (isBreak(source.charAt(next)) || isBlank(source.charAt(next)))) {
      if (isBreak(source.charAt(next))) {
        breaks++;
        next = afterBreak(next);
      } else {
        next++;
      }
    }
    at = from;
    put(breaks == 1 ? 1 : breaks - 1, 0);
    at = next;
  }

  private void escape() {
    char c = at + 1 < end ? source.charAt(at + 1) : ' ';
    if (isBreak(c)) {
      at = afterBreak(at + 1);
      while (at < end && isBlank(source.charAt(at))) {
        at++;
      }
      return;
    }
    switch (c) {
      case 'x' -> put(1, 4);
      case 'u' -> put(1, 6);
      case 'U' -> put(Character.isHighSurrogate(value.charAt(found)) ? 2 : 1, 10);
      default -> put(1, 2);
    }
  }

  /** Literal and folded blocks alike: lines stand as they are, between them the value decides. */
  private void block() {
    at = afterLine(at);
    int indent = indent();
    while (at < end && found < value.length()) {
      int lineEnd = lineEnd(at);
      int content = at;
      while (content < lineEnd && content - at < indent && source.charAt(content) == ' ') {
        content++;
      }
      at = content;
      put(lineEnd - content, 1);
      // A folded line break is one space, or nothing before blank lines; the value knows.
      boolean feed = found < value.length() && value.charAt(found) == '\n';
      put(feed || content < lineEnd ? 1 : 0, 0);
      at = Math.max(at, afterLine(lineEnd));
    }
  }

  /** How far block lines are indented: what the first line has more than the value. */
  private int indent() {
    int line = at;
    while (line < end && lineEnd(line) == firstNonSpace(line)) {
      line = afterLine(line);
    }
    int valueStart = 0;
    int spaces = 0;
    for (int i = 0;
        i < value.length() && (value.charAt(i) == '\n' || value.charAt(i) == ' ');
        i++) {
      valueStart = value.charAt(i) == '\n' ? i + 1 : valueStart;
      spaces = i + 1 - valueStart;
    }
    return line >= end ? Integer.MAX_VALUE : Math.max(0, firstNonSpace(line) - line - spaces);
  }

  private int firstNonSpace(int from) {
    int next = from;
    while (next < end && source.charAt(next) == ' ') {
      next++;
    }
    return next;
  }

  private int lineEnd(int from) {
    int next = from;
    while (next < end && !isBreak(source.charAt(next))) {
      next++;
    }
    return next;
  }

  private int afterLine(int from) {
    int lineEnd = lineEnd(from);
    return lineEnd < end ? afterBreak(lineEnd) : end;
  }

  private int afterBreak(int lineBreak) {
    boolean pair =
        source.charAt(lineBreak) == '\r'
            && lineBreak + 1 < end
            && source.charAt(lineBreak + 1) == '\n';
    return lineBreak + (pair ? 2 : 1);
  }

  /** Gives places to characters of the value and moves on in the source by a step for each. */
  private void put(int characters, int step) {
    int last = Math.min(found + characters, value.length());
    boolean pair = characters == 2 && step == 10;
    for (int i = found; i < last; i++) {
      offsets[i] = at;
      at += pair ? 0 : step;
    }
    at += pair ? step : 0;
    found = last;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
