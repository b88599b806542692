package io.gatemason.runtime.server.http1;

import io.gatemason.runtime.server.wire.ClientOutput;
import io.gatemason.runtime.server.wire.Pace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The body of an answer as it comes. Small writes are collected until somebody flushes; what is
 * closed is at its end, what is not closed breaks off.
 */
final class AnswerStream extends OutputStream {
  private static final int COLLECTED = 8_192;

  /** What is copied so that it goes in one write with its framing. */
  private static final int PACKED = 32_768;

  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ClientOutput output;
  private final Pace pace;
  private final boolean chunked;

  /** Bytes still to come of a declared length, -1 if none is declared. */
  private long left;

  private byte[] small = {};
  private int count;
  private boolean ended;

  AnswerStream(ClientOutput output, Pace pace, boolean chunked, long length) {
    this.output = output;
    this.pace = pace;
    this.chunked = chunked;
    this.left = length;
  }

  /** Whether the body was written to its end. */
  boolean ended() {
    return ended;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (ended) {
      throw new IOException("the answer has ended");
    }
    if (left >= 0 && length > left) {
      throw new IOException("the answer is longer than declared");
    }
    left -= left >= 0 ? length : 0;
    if (length > COLLECTED - count) {
      flushSmall();
    }
    if (length > COLLECTED) {
      piece(bytes, offset, length);
    } else {
      small = small.length == 0 ? new byte[COLLECTED] : small;
      System.arraycopy(bytes, offset, small, count, length);
      count += length;
    }
  }

  @Override
  public void flush() {
    flushSmall();
    if (output.collected() > 0) {
      output.flush(pace);
    }
  }

  private void flushSmall() {
    if (count > 0) {
      piece(small, 0, count);
      count = 0;
    }
  }

  /** Writes a piece, as a chunk if it has to be one, with what is collected before it. */
  private void piece(byte[] bytes, int offset, int length) {
    if (!chunked) {
      output.flush(bytes, offset, length, pace);
      return;
    }
    output.put(Integer.toHexString(length));
    output.put(LINE_END);
    if (length <= PACKED) {
      output.put(bytes, offset, length);
      output.put(LINE_END);
      output.flush(pace);
    } else {
      output.flush(bytes, offset, length, pace);
      output.put(LINE_END);
    }
  }

  @Override
  public void close() throws IOException {
    if (ended) {
      return;
    }
    if (left > 0) {
      throw new IOException("the answer is shorter than declared");
    }
    flushSmall();
    if (chunked) {
      output.put(LAST_CHUNK);
    }
    output.flush(pace);
    ended = true;
  }
}
