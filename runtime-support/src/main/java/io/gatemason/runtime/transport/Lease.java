package io.gatemason.runtime.transport;

import io.gatemason.runtime.failure.GatewayFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.ConnectionHolder;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** A pooled connection in the hands of one call. Used by one thread. */
final class Lease {
  private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(60);

  private final HttpClientConnectionManager pool;
  private final HttpRoute route;
  private final Deadline deadline;
  private final Set<Deadline> inProgress;
  private @Nullable ConnectionEndpoint endpoint;
  private boolean reused;
  private boolean connected;

  /** {@code inProgress} holds the deadlines of all calls that have a connection. */
  Lease(
      HttpClientConnectionManager pool,
      HttpRoute route,
      Deadline deadline,
      Set<Deadline> inProgress) {
    this.pool = pool;
    this.route = route;
    this.deadline = deadline;
    this.inProgress = inProgress;
  }

  Deadline deadline() {
    return deadline;
  }

  /** Whether the connection has served a request before. */
  boolean reused() {
    return reused;
  }

  /** Takes a connection from the pool, or makes one; with {@code fresh} always makes one. */
  void open(int timeoutMillis, boolean fresh) throws IOException {
    ConnectionEndpoint leased = take(timeoutMillis);
    endpoint = leased;
    deadline.guard(leased);
    inProgress.add(deadline);
    requireTime();
    if (leased.isConnected() && (fresh || !connection().quiet())) {
      leased.close(CloseMode.GRACEFUL);
    }
    reused = leased.isConnected();
    connected = reused;
    if (!reused) {
      connect(leased, timeoutMillis);
      requireTime();
      connected = true;
    }
  }

  /** The pool expects no alarm while it connects: an endpoint that was closed breaks it. */
  private void connect(ConnectionEndpoint leased, int timeoutMillis) throws IOException {
    try {
      pool.connect(leased, Timeout.ofMilliseconds(timeoutMillis), HttpClientContext.create());
    } catch (RuntimeException e) {
      requireTime();
      throw e;
    }
  }

  /** The alarm closes connections, and may have come before there was one. */
  private void requireTime() throws InterruptedIOException {
    if (deadline.end() != null) {
      throw new InterruptedIOException("the call was ended");
    }
  }

  private ConnectionEndpoint take(int timeoutMillis) throws IOException {
    try {
      return pool.lease("", route, Timeout.ofMilliseconds(timeoutMillis), null)
          .get(Timeout.ofMilliseconds(timeoutMillis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a connection");
    } catch (TimeoutException e) {
      throw late(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TimeoutException expired
          ? late(expired)
          : new IOException("no connection could be had from the pool", e);
    }
  }

  private static IOException late(TimeoutException cause) {
    SocketTimeoutException late = new SocketTimeoutException("the pool had no connection in time");
    late.initCause(cause);
    return late;
  }

  BackendConnection connection() throws IOException {
    if (((ConnectionHolder) leased()).get() instanceof BackendConnection connection) {
      return connection;
    }
    throw new ConnectionClosedException();
  }

  /** Ends the call; a connection that is reusable serves the next one if it is still quiet then. */
  void finish(boolean reusable) {
    if (reusable) {
      pool.release(detach(), null, KEEP_ALIVE);
    } else {
      discard();
    }
  }

  /** Closes the connection at once. Harmless when it has been given back. */
  void discard() {
    if (endpoint != null) {
      ConnectionEndpoint leased = detach();
      leased.close(CloseMode.IMMEDIATE);
      pool.release(leased, null, null);
    }
  }

  private ConnectionEndpoint detach() {
    ConnectionEndpoint leased = leased();
    endpoint = null;
    deadline.pause();
    deadline.guard(null);
    inProgress.remove(deadline);
    return leased;
  }

  private ConnectionEndpoint leased() {
    ConnectionEndpoint leased = endpoint;
    if (leased == null) {
      throw new IllegalStateException("no connection");
    }
    return leased;
  }

  /** The failure of the call that {@code cause} ended. */
  BackendException failed(Exception cause) {
    deadline.pause();
    RuntimeException end = deadline.end();
    if (end != null) {
      return new BackendException(end, false, cause);
    }
    // The limits of the pool and of connecting are as long, and may be reached before the alarm.
    return cause instanceof SocketTimeoutException
        ? new BackendException(GatewayFailure.integrationTimeout(), false, cause)
        : new BackendException(
            GatewayFailure.integrationFailure(cause.toString()), !connected, cause);
  }
}
