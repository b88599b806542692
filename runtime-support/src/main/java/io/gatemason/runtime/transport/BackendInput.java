package io.gatemason.runtime.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Arrays;

/** What a backend sends: a window over the bytes that came and are not read. Used by one thread. */
final class BackendInput {
  private static final int SIZE = 16_384;

  /** Bounds what a backend can make the gateway hold of a line without an end. */
  private static final int MOST_OF_A_LINE = 65_536;

  private final InputStream socket;
  private byte[] bytes = new byte[SIZE];

  /** Unread are those from {@code at} to {@code end}. */
  private int at;

  private int end;
  private int lineStart;
  private int lineEnd;

  BackendInput(InputStream socket) {
    this.socket = socket;
  }

  /** How many bytes have come and are unread. */
  int buffered() {
    return end - at;
  }

  /** How many bytes could be read without waiting, as far as the system knows. */
  int waiting() throws IOException {
    return socket.available();
  }

  /** Waits for more bytes; false if there will be none. */
  boolean more() throws IOException {
    if (at == end) {
      at = 0;
      end = 0;
    } else if (end == bytes.length) {
      makeRoom();
    }
    int read = socket.read(bytes, end, bytes.length - end);
    end += Math.max(read, 0);
    return read >= 0;
  }

  private void makeRoom() {
    int unread = end - at;
    byte[] room = unread > bytes.length / 2 ? new byte[2 * bytes.length] : bytes;
    System.arraycopy(bytes, at, room, 0, unread);
    bytes = room;
    at = 0;
    end = unread;
  }

  /** As {@link InputStream#read(byte[], int, int)}. */
  int read(byte[] buffer, int offset, int count) throws IOException {
    if (at == end) {
      if (count >= SIZE) {
        return socket.read(buffer, offset, count);
      }
      if (!more()) {
        return -1;
      }
    }
    int read = Math.min(count, end - at);
    System.arraycopy(bytes, at, buffer, offset, read);
    at += read;
    return read;
  }

  /**
   * Reads a line, which lies from {@link #lineStart} to {@link #lineEnd} of {@link #bytes} until
   * the next one is read. It ends with a line feed, before which a carriage return may stand.
   *
   * @return false if the backend has ended the connection and nothing came before
   */
  boolean line() throws IOException {
    int newline = newline(at);
    while (newline < 0) {
      int scanned = end - at;
      requireBounded(scanned);
      if (!more()) {
        if (at == end) {
          return false;
        }
        throw new EOFException("The backend closed the connection within a line");
      }
      newline = newline(at + scanned);
    }
    requireBounded(newline - at);
    lineStart = at;
    lineEnd = newline > at && bytes[newline - 1] == '\r' ? newline - 1 : newline;
    at = newline + 1;
    return true;
  }

  private static void requireBounded(int length) throws ProtocolException {
    if (length > MOST_OF_A_LINE) {
      throw new ProtocolException("A line of more than " + MOST_OF_A_LINE + " bytes");
    }
  }

  private int newline(int from) {
    for (int i = from; i < end; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  byte[] bytes() {
    return bytes;
  }

  int lineStart() {
    return lineStart;
  }

  int lineEnd() {
    return lineEnd;
  }

  /** After a long line, an idle connection holds no more memory than others. */
  void shrink() {
    if (bytes.length > SIZE && end - at <= SIZE) {
      bytes = Arrays.copyOfRange(bytes, at, at + SIZE);
      end -= at;
      at = 0;
    }
  }
}
