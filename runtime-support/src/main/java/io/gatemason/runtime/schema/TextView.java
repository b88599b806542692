package io.gatemason.runtime.schema;

/** Characters in a parser's buffer, without copying them. */
final class TextView implements CharSequence {
  private static final char[] EMPTY = {};

  private char[] buffer = EMPTY;
  private int start;
  private int length;

  TextView set(char[] newBuffer, int newStart, int newLength) {
    this.buffer = newBuffer;
    this.start = newStart;
    this.length = newLength;
    return this;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return buffer[start + index];
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return new String(buffer, start + from, to - from);
  }

  @Override
  public String toString() {
    return new String(buffer, start, length);
  }
}
