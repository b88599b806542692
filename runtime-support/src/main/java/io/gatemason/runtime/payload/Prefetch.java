package io.gatemason.runtime.payload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * Reads small payloads into memory before anything is sent. What fits is sent with its length in
 * one piece, can be repeated, and fails before the other side has seen a part of it; what does not
 * fit is streamed.
 */
public final class Prefetch {
  /** Payloads up to this size are read first. */
  public static final int MAX_BYTES = 65_536;

  private static final int FIRST_BYTES = 8_192;

  private Prefetch() {}

  /** The same bytes, in memory if they are few. */
  public static Payload of(InputStream stream, long length) throws IOException {
    if (length > MAX_BYTES) {
      return Payload.of(stream, length);
    }
    byte[] bytes = new byte[length >= 0 ? (int) length : FIRST_BYTES];
    MemoryBudget.hold(bytes.length);
    int size = stream.readNBytes(bytes, 0, bytes.length);
    while (size == bytes.length) {
      int next = stream.read();
      if (next < 0) {
        return Payload.of(bytes);
      }
      if (size >= MAX_BYTES) {
        InputStream read = new ByteArrayInputStream(bytes);
        InputStream one = new ByteArrayInputStream(new byte[] {(byte) next});
        return Payload.of(
            new SequenceInputStream(read, new SequenceInputStream(one, stream)), length);
      }
      int room = Math.min(MAX_BYTES, 4 * Math.max(size, 1));
      MemoryBudget.hold(room - size);
      bytes = Arrays.copyOf(bytes, room);
      bytes[size++] = (byte) next;
      size += stream.readNBytes(bytes, size, bytes.length - size);
    }
    return Payload.of(Arrays.copyOf(bytes, size));
  }
}
