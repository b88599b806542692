package io.gatemason.runtime.transport;

import java.io.IOException;
import java.io.OutputStream;

/** What a backend is sent, written in as few pieces as possible. Used by one thread. */
final class BackendOutput {
  private static final int SIZE = 16_384;

  private final OutputStream socket;
  private final byte[] bytes = new byte[SIZE];
  private int length;

  BackendOutput(OutputStream socket) {
    this.socket = socket;
  }

  /** Text whose characters are bytes; one that is none becomes a question mark. */
  void put(String text) throws IOException {
    int count = text.length();
    for (int from = 0; from < count; ) {
      int piece = Math.min(count - from, room());
      for (int i = 0; i < piece; i++) {
        char c = text.charAt(from + i);
        bytes[length + i] = (byte) (c < 256 ? c : '?');
      }
      length += piece;
      from += piece;
    }
  }

  /** A number in digits of {@code radix}. */
  void put(long number, int radix) throws IOException {
    put(Long.toString(number, radix));
  }

  void put(byte[] content, int offset, int count) throws IOException {
    if (count <= SIZE - length) {
      System.arraycopy(content, offset, bytes, length, count);
      length += count;
    } else {
      flush();
      socket.write(content, offset, count);
    }
  }

  private int room() throws IOException {
    if (length == SIZE) {
      flush();
    }
    return SIZE - length;
  }

  /** Writes what is collected. */
  void flush() throws IOException {
    int count = length;
    length = 0;
    socket.write(bytes, 0, count);
  }
}
