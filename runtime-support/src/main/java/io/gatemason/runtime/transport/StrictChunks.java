package io.gatemason.runtime.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/**
 * The chunks of a backend's answer without their framing (RFC 9112 §7.1). The sizes are hexadecimal
 * digits and nothing else; extensions and trailers are dropped.
 */
final class StrictChunks extends InputStream {
  private static final int MOST_DIGITS = 15;
  private static final int MOST_TRAILERS = 100;

  private final BackendInput input;
  private long left;
  private boolean begun;
  private boolean ended;

  StrictChunks(BackendInput input) {
    this.input = input;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int read = input.read(bytes, offset, (int) Math.min(count, left));
    if (read < 0) {
      throw new EOFException("The backend closed the connection within a chunk");
    }
    left -= read;
    return read;
  }

  private void nextChunk() throws IOException {
    if (begun && !nextLineIsEmpty()) {
      throw new ProtocolException("Chunk longer than its size");
    }
    begun = true;
    nextLineIsEmpty();
    left = size(input.bytes(), input.lineStart(), input.lineEnd());
    if (left == 0) {
      skipTrailers();
      ended = true;
    }
  }

  private static long size(byte[] bytes, int start, int end) throws ProtocolException {
    long size = 0;
    int i = start;
    while (i < end && i - start < MOST_DIGITS && bytes[i] > 0) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        break;
      }
      size = 16 * size + digit;
      i++;
    }
    boolean digits = i > start;
    while (i < end && (bytes[i] == ' ' || bytes[i] == '\t')) {
      i++;
    }
    if (!digits || (i < end && bytes[i] != ';')) {
      throw new ProtocolException("Chunk size that is no number");
    }
    return size;
  }

  private void skipTrailers() throws IOException {
    for (int i = 0; !nextLineIsEmpty(); i++) {
      if (i == MOST_TRAILERS) {
        throw new ProtocolException("Too many trailers");
      }
    }
  }

  private boolean nextLineIsEmpty() throws IOException {
    if (!input.line()) {
      throw new EOFException("The backend closed the connection between chunks");
    }
    return input.lineEnd() == input.lineStart();
  }

  @Override
  public int available() {
    return (int) Math.min(left, input.buffered());
  }
}
