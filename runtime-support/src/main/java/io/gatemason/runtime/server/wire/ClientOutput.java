package io.gatemason.runtime.server.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.SocketWriterException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a client is sent: collected, and written in as few pieces as possible, none of which waits
 * for the client longer than the least rate allows. Belongs to one thread at a time.
 */
public final class ClientOutput {
  private static final int USUAL = 1_024;
  private static final int MOST_KEPT = 16_384;

  /** Room for a whole answer of ordinary size. */
  private static final int MOST_COLLECTED = 65_536;

  /** A larger write would hide whether the client takes anything. */
  private static final int PIECE = 16_384;

  private final HelidonSocket socket;
  private final Deadlines deadlines;
  private final Deadline deadline;
  private byte[] buffer = new byte[USUAL];
  private int length;

  public ClientOutput(HelidonSocket socket, Deadlines deadlines, Deadline deadline) {
    this.socket = socket;
    this.deadlines = deadlines;
    this.deadline = deadline;
  }

  /** How many bytes are collected and not written. */
  public int collected() {
    return length;
  }

  public void put(byte[] bytes) {
    put(bytes, 0, bytes.length);
  }

  public void put(byte[] bytes, int offset, int count) {
    ensure(count);
    System.arraycopy(bytes, offset, buffer, length, count);
    length += count;
  }

  /** Text, whose characters beyond ASCII are written in UTF-8. */
  public void put(String text) {
    int count = text.length();
    ensure(count);
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        put(text.substring(i).getBytes(StandardCharsets.UTF_8));
        return;
      }
      buffer[length++] = (byte) c;
    }
  }

  /** A number in decimal digits. */
  public void put(long number) {
    put(Long.toString(number));
  }

  private void ensure(int count) {
    if (buffer.length - length < count) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + count));
    }
  }

  /** Writes what is collected. */
  public void flush(Pace pace) {
    write(buffer, 0, length, pace);
    length = 0;
    if (buffer.length > MOST_KEPT) {
      buffer = new byte[USUAL];
    }
  }

  /** Writes what is collected and {@code bytes} behind it. */
  public void flush(byte[] bytes, int offset, int count, Pace pace) {
    if (length + count <= MOST_COLLECTED) {
      put(bytes, offset, count);
      flush(pace);
    } else {
      flush(pace);
      write(bytes, offset, count, pace);
    }
  }

  private void write(byte[] bytes, int offset, int count, Pace pace) {
    for (int done = 0; done < count; done += PIECE) {
      int piece = Math.min(PIECE, count - done);
      long start = deadlines.now();
      deadline.arm(Wait.WRITE, start, pace.end(start, piece));
      try {
        socket.write(BufferData.create(bytes, offset + done, piece));
      } catch (UncheckedIOException | SocketWriterException e) {
        throw new ClientGoneException(e);
      } finally {
        deadline.disarm();
      }
      pace.moved(deadlines.now() - start, piece);
    }
  }
}
