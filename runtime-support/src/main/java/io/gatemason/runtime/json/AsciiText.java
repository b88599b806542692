package io.gatemason.runtime.json;

import java.nio.charset.StandardCharsets;

/** ASCII characters in an array of bytes, without copying them. */
final class AsciiText implements CharSequence {
  private final byte[] bytes;
  private int start;
  private int length;

  AsciiText(byte[] bytes) {
    this.bytes = bytes;
  }

  AsciiText set(int newStart, int newEnd) {
    this.start = newStart;
    this.length = newEnd - newStart;
    return this;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return (char) bytes[start + index];
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return new AsciiText(bytes).set(start + from, start + to);
  }

  @Override
  public String toString() {
    return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
  }
}
