package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.ClientLine;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a client sends. Somebody who waits for something else can have them read ahead of
 * the parser, which is the only way to learn that the client has hung up; the parser gets what was
 * read then. At their end the connection is closed without a word, wherever the parser is.
 */
final class ClientInput implements Supplier<byte[]>, ClientLine {
  /** A head with the longest target and headers by default; nobody needs more of the past. */
  private static final int HEAD_BYTES = 24_576;

  private final HelidonSocket socket;
  private byte[] received;
  private @Nullable FutureTask<byte @Nullable []> ahead;
  private boolean parserReads;
  private volatile boolean hungUp;

  /** What the parser got since the last head, no more than a head is long. */
  private final Deque<byte[]> recent = new ArrayDeque<>();

  private int recentBytes;

  ClientInput(ConnectionContext connection) {
    this.socket = connection.serverSocket();
    DataReader first = connection.dataReader();
    int count = first.available();
    this.received = count == 0 ? new byte[0] : first.readBytes(count);
  }

  /** The next bytes, at least one; called by the thread of the parser. */
  @Override
  public byte[] get() {
    byte[] bytes = received;
    received = new byte[0];
    if (bytes.length == 0) {
      FutureTask<byte @Nullable []> reading = begin();
      try {
        byte[] read = reading == null ? null : await(reading);
        bytes = read == null ? read() : read;
      } finally {
        end();
      }
    }
    remember(bytes);
    return bytes;
  }

  private void remember(byte[] bytes) {
    recent.addLast(bytes);
    recentBytes += bytes.length;
    keep(HEAD_BYTES);
  }

  private void keep(int bytes) {
    while (!recent.isEmpty() && recentBytes - recent.getFirst().length >= bytes) {
      recentBytes -= recent.removeFirst().length;
    }
  }

  /**
   * The line of the client whose request's head the parser has read, and {@code unread} bytes more
   * not; asked for once for each request.
   */
  WrittenHead head(int unread) {
    WrittenHead head = new WrittenHead(this, recent.toArray(byte[][]::new), recentBytes - unread);
    keep(unread);
    return head;
  }

  private synchronized @Nullable FutureTask<byte @Nullable []> begin() {
    FutureTask<byte @Nullable []> reading = ahead;
    parserReads = true;
    ahead = null;
    return reading;
  }

  private synchronized void end() {
    parserReads = false;
  }

  private byte[] read() {
    try {
      byte[] bytes = socket.get();
      while (bytes != null && bytes.length == 0) {
        bytes = socket.get();
      }
      if (bytes != null) {
        return bytes;
      }
    } catch (UncheckedIOException e) {
      hungUp |= !(e.getCause() instanceof SocketTimeoutException);
      throw new ServerConnectionException("the client cannot be read", e);
    }
    hungUp = true;
    throw new CloseConnectionException("the client has hung up");
  }

  @Override
  public boolean hungUp() {
    if (!hungUp) {
      readAhead();
    }
    return hungUp;
  }

  @Override
  public OutputStream begin(ServerResponse response) {
    return HeadFirst.send(response);
  }

  private synchronized void readAhead() {
    boolean idle = ahead == null || (ahead.isDone() && ahead.resultNow() == null);
    if (idle && !parserReads) {
      FutureTask<byte @Nullable []> reading = new FutureTask<>(this::readOrNull);
      ahead = reading;
      Thread.ofVirtual().name("gateway-client-watch").start(reading);
    }
  }

  /** Null if there was nothing to be read; the parser then sees for itself. */
  private byte @Nullable [] readOrNull() {
    try {
      return read();
    } catch (CloseConnectionException e) {
      return null;
    }
  }

  private static byte @Nullable [] await(FutureTask<byte @Nullable []> reading) {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloseConnectionException("the server stops", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading the client failed", e);
    }
  }
}
