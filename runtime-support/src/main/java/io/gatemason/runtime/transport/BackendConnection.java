package io.gatemason.runtime.transport;

import io.gatemason.runtime.clock.Ticker;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a backend, over which one call after the other is made. It belongs to the thread
 * that makes the call; any thread may close it, which ends all waiting in it.
 */
final class BackendConnection {
  /** Idle longer than this, it is probed before a request is entrusted to it. */
  private static final long PROBE_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final int PROBE_MILLIS = 1;

  private final BackendAddress address;
  private final Ticker ticker;
  private volatile @Nullable Socket transport;
  private volatile @Nullable Deadline deadline;
  private volatile boolean closed;
  private @Nullable Stream stream;
  private volatile long idleSince;

  /** What is read from and written to, TLS perhaps. */
  private record Stream(Socket socket, BackendInput input, BackendOutput output) {}

  BackendConnection(BackendAddress address, Ticker ticker) {
    this.address = address;
    this.ticker = ticker;
  }

  /** What bounds the call that is made, null while it is idle. */
  @Nullable Deadline deadline() {
    return deadline;
  }

  void serve(@Nullable Deadline call) {
    deadline = call;
  }

  /**
   * Connects to the first of the host's addresses that takes it.
   *
   * @throws IOException if none is known or does in {@code timeoutMillis} each, or TLS cannot be
   *     agreed upon
   */
  void connect(Resolver resolver, BackendTls tls, int timeoutMillis) throws IOException {
    IOException refused = null;
    for (InetAddress candidate : resolver.find(address.host(), timeoutMillis, () -> closed)) {
      try {
        Socket socket = connect(candidate, timeoutMillis);
        Socket spoken = address.tls() ? tls.over(socket, address) : socket;
        stream =
            new Stream(
                spoken,
                new BackendInput(spoken.getInputStream()),
                new BackendOutput(spoken.getOutputStream()));
        return;
      } catch (IOException e) {
        if (refused != null) {
          e.addSuppressed(refused);
        }
        refused = e;
        hangUp();
        if (closed) {
          break;
        }
      }
    }
    throw refused == null ? new IOException("no address of " + address.host()) : refused;
  }

  private Socket connect(InetAddress candidate, int timeoutMillis) throws IOException {
    Socket socket = new Socket();
    transport = socket;
    if (closed) {
      socket.close();
      throw new InterruptedIOException("closed while connecting");
    }
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(candidate, address.port()), timeoutMillis);
    return socket;
  }

  /**
   * Whether a request can be sent over it: it is connected, and nothing is wrong as far as seen.
   */
  boolean usable() {
    if (closed || stream == null) {
      return false;
    }
    try {
      return ticker.nanos() - idleSince > PROBE_AFTER_NANOS ? silent() : quiet();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether nothing has been received beyond what was read. Such bytes, which no request asked for,
   * would be taken for the answer to the next request.
   */
  boolean quiet() throws IOException {
    BackendInput input = input();
    return input.buffered() == 0
        && input.waiting() == 0
        && (!address.tls() || undisturbed() || silent());
  }

  /** Over TLS, what has come may be an answer or concern TLS alone, which only reading tells. */
  private boolean undisturbed() throws IOException {
    Socket socket = transport;
    return socket != null && socket.getInputStream().available() == 0;
  }

  /** As {@link #quiet}, and the backend has not ended the connection. */
  private boolean silent() throws IOException {
    Socket socket = stream().socket();
    socket.setSoTimeout(PROBE_MILLIS);
    try {
      if (input().buffered() == 0) {
        input().more();
      }
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      // A deadline bounds the waiting; a limit on each read would cost a timer for each.
      socket.setSoTimeout(0);
    }
  }

  BackendInput input() {
    return stream().input();
  }

  BackendOutput output() {
    return stream().output();
  }

  private Stream stream() {
    Stream open = stream;
    if (open == null) {
      throw new IllegalStateException("not connected");
    }
    return open;
  }

  /** Ends the stream of bytes towards the backend; what it sends can still be read. */
  void stopSending() {
    try {
      stream().socket().shutdownOutput();
    } catch (IOException e) {
      close();
    }
  }

  /** From now on it waits for the next call; false if it was closed, perhaps a moment ago. */
  boolean rest() {
    input().shrink();
    idleSince = ticker.nanos();
    return !closed;
  }

  /** Since when it waits, by the ticker. */
  long idleSince() {
    return idleSince;
  }

  /** Closes it at once. */
  void close() {
    closed = true;
    hangUp();
  }

  private void hangUp() {
    Socket socket = transport;
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is of no more use, and the system has taken it back.
        System.getLogger(BackendConnection.class.getName())
            .log(System.Logger.Level.DEBUG, "closing a connection failed", e);
      }
    }
  }
}
