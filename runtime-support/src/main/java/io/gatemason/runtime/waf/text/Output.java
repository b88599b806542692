package io.gatemason.runtime.waf.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are written one after the other, into room that was made for all of them. */
final class Output {
  private final byte[] bytes;
  private int length;

  Output(int most) {
    bytes = new byte[most];
  }

  /** Writes the low byte of a value. */
  void add(int value) {
    bytes[length++] = (byte) value;
  }

  /** Writes a character in UTF-8. */
  void addCharacter(int character) {
    byte[] encoded = Character.toString(character).getBytes(StandardCharsets.UTF_8);
    add(encoded, 0, encoded.length);
  }

  void add(byte[] text, int from, int to) {
    System.arraycopy(text, from, bytes, length, to - from);
    length += to - from;
  }

  int length() {
    return length;
  }

  byte at(int index) {
    return bytes[index];
  }

  /** Takes back what was written behind a length. */
  void cut(int newLength) {
    length = newLength;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }
}
