package io.gatemason.runtime.payload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads streams into memory, and counts what they hold there before they do. Room is made as the
 * bytes come: who only announces many of them holds nothing.
 */
public final class HeldBytes {
  private static final int FIRST = 8_192;
  private static final int DECLARED = 65_536;
  private static final byte[] NONE = {};

  private HeldBytes() {}

  /**
   * The whole stream. Whoever made it bounds its size.
   *
   * @param length how many bytes it has, -1 if that is not known; it may have less
   */
  public static byte[] read(InputStream stream, long length) throws IOException {
    return read(stream, length, Integer.MAX_VALUE - 8);
  }

  /** As {@link #read(InputStream, long)}, but no more than so many bytes. */
  public static byte[] read(InputStream stream, long length, int atMost) throws IOException {
    if (length == 0) {
      return NONE;
    }
    long most = length > 0 ? Math.min(length, atMost) : atMost;
    byte[] bytes = room(NONE, (int) Math.min(length > 0 ? DECLARED : FIRST, most));
    int size = stream.readNBytes(bytes, 0, bytes.length);
    while (size == bytes.length && size < most) {
      int next = stream.read();
      if (next < 0) {
        return bytes;
      }
      bytes = room(bytes, (int) Math.min(2L * size, most));
      bytes[size++] = (byte) next;
      size += stream.readNBytes(bytes, size, bytes.length - size);
    }
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  private static byte[] room(byte[] before, int length) {
    MemoryBudget.hold((long) length - before.length);
    return Arrays.copyOf(before, length);
  }
}
