package io.gatemason.runtime.server.wire;

import io.gatemason.runtime.client.ClientLine;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.CloseConnectionException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a client sends: a window over those that came and are not consumed. What the
 * window has shown is never overwritten, so that a head can be read from it while the body comes.
 *
 * <p>Whoever waits for something else can have bytes read ahead, which is the only way to learn
 * that the client has hung up; the window gets what was read then. All but {@link #hungUp} belongs
 * to the thread that serves the connection.
 */
public final class ClientInput implements ClientLine {
  private static final byte[] NONE = {};
  private static final int SMALLEST_GROWN = 1_024;
  private static final long LINGER_NANOS = 1_000_000_000L;
  private static final int LINGER_BYTES = 262_144;

  private final HelidonSocket socket;
  private final Deadline deadline;
  private @Nullable FutureTask<byte @Nullable []> ahead;
  private boolean reading;
  private volatile boolean hungUp;

  /** What came; unread from {@link #at} to {@link #end}. */
  private byte[] bytes = NONE;

  private int at;
  private int end;

  public ClientInput(HelidonSocket socket, Deadline deadline) {
    this.socket = socket;
    this.deadline = deadline;
  }

  /** How many bytes have come and are unread. */
  public int available() {
    return end - at;
  }

  /** What has come, unread from {@link #at} to {@link #end}; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the unread bytes begin. */
  public int at() {
    return at;
  }

  /** Where the unread bytes end. */
  public int end() {
    return end;
  }

  /** So many bytes count as read. */
  public void skip(int count) {
    at += count;
  }

  /** Reads one of the bytes that have come. */
  public byte next() {
    return bytes[at++];
  }

  /** Reads as many of the bytes that have come as there are, up to {@code atMost}. */
  public int read(byte[] buffer, int offset, int atMost) {
    int count = Math.min(atMost, available());
    System.arraycopy(bytes, at, buffer, offset, count);
    at += count;
    return count;
  }

  /** Forgets what was read, so that a silent connection holds no memory. */
  public void release() {
    if (at == end) {
      bytes = NONE;
      at = 0;
      end = 0;
    }
  }

  /**
   * Waits for more bytes, behind those that are unread.
   *
   * @return false if there will be none, since the client has ended or broken the connection
   * @throws DeadlinePassedException if nothing came until {@code until}
   */
  public boolean more(Wait wait, long now, long until) {
    byte[] got = received(wait, now, until);
    if (got == null) {
      return false;
    }
    append(got);
    return true;
  }

  /** The next bytes as they come, past the window, which is empty; null at the end. */
  public byte @Nullable [] received(Wait wait, long now, long until) {
    FutureTask<byte @Nullable []> read = begin();
    deadline.arm(wait, now, until);
    byte[] got;
    try {
      got = read == null ? null : await(read);
      if (got == null) {
        got = read();
      }
    } finally {
      finish();
    }
    return got;
  }

  /** Reads and forgets a little: closing while a client still sends would take its answer away. */
  public void linger(Deadlines deadlines) {
    long until = deadlines.now() + LINGER_NANOS;
    int left = LINGER_BYTES - available();
    skip(available());
    while (left > 0) {
      byte[] got = received(Wait.REST, deadlines.now(), until);
      left = got == null ? 0 : left - got.length;
    }
  }

  private void finish() {
    try {
      deadline.disarm();
    } finally {
      endReading();
    }
  }

  private void append(byte[] got) {
    if (at == end) {
      bytes = got;
      at = 0;
      end = got.length;
      return;
    }
    if (bytes.length - end < got.length) {
      int unread = end - at;
      int room = Math.max(Math.max(SMALLEST_GROWN, 2 * unread), unread + got.length);
      byte[] grown = new byte[room];
      System.arraycopy(bytes, at, grown, 0, unread);
      bytes = grown;
      at = 0;
      end = unread;
    }
    System.arraycopy(got, 0, bytes, end, got.length);
    end += got.length;
  }

  /** All that is unread, which counts as read then. */
  public byte[] take() {
    byte[] taken = Arrays.copyOfRange(bytes, at, end);
    at = end;
    release();
    return taken;
  }

  private synchronized @Nullable FutureTask<byte @Nullable []> begin() {
    FutureTask<byte @Nullable []> read = ahead;
    reading = true;
    ahead = null;
    return read;
  }

  private synchronized void endReading() {
    reading = false;
  }

  /** Null at the end, or if the connection is broken. */
  private byte @Nullable [] read() {
    try {
      byte[] got = socket.get();
      while (got != null && got.length == 0) {
        got = socket.get();
      }
      hungUp |= got == null;
      return got;
    } catch (UncheckedIOException e) {
      hungUp = true;
      return null;
    }
  }

  @Override
  public boolean hungUp() {
    if (!hungUp) {
      readAhead();
    }
    return hungUp;
  }

  private synchronized void readAhead() {
    boolean idle = ahead == null || (ahead.isDone() && ahead.resultNow() == null);
    if (idle && !reading) {
      FutureTask<byte @Nullable []> watch = new FutureTask<>(this::read);
      ahead = watch;
      Thread.ofVirtual().name("gateway-client-watch").start(watch);
    }
  }

  private static byte @Nullable [] await(FutureTask<byte @Nullable []> read) {
    try {
      return read.get();
    } catch (InterruptedException e) {
      throw new CloseConnectionException("nobody waits for the client any more", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading the client failed", e);
    }
  }
}
