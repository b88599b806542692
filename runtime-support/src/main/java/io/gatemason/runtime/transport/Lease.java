package io.gatemason.runtime.transport;

import io.gatemason.runtime.failure.GatewayFailure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** A pooled connection in the hands of one call. Used by one thread. */
final class Lease {
  private final ConnectionPools pools;
  private final BackendAddress address;
  private final Resolver resolver;
  private final BackendTls tls;
  private final Deadline deadline;
  private ConnectionPool pool;
  private @Nullable BackendConnection connection;
  private boolean reused;
  private boolean connected;

  Lease(
      ConnectionPools pools,
      BackendAddress address,
      Resolver resolver,
      BackendTls tls,
      Deadline deadline) {
    this.pools = pools;
    this.address = address;
    this.pool = pools.of(address);
    this.resolver = resolver;
    this.tls = tls;
    this.deadline = deadline;
  }

  Deadline deadline() {
    return deadline;
  }

  /** Whether the connection has served a request before. */
  boolean reused() {
    return reused;
  }

  /**
   * Lets the time run, and takes a connection from the pool, or makes one; with {@code fresh}
   * always makes one.
   */
  void open(int timeoutMillis, boolean fresh) throws IOException {
    deadline.start();
    BackendConnection taken = taken();
    guard(taken);
    reused = !fresh && taken.usable();
    connected = reused;
    if (!reused) {
      BackendConnection made = pool.replace(taken);
      guard(made);
      made.connect(resolver, tls, timeoutMillis);
      connected = true;
    }
    if (deadline.end() != null) {
      throw new InterruptedIOException("the call was ended");
    }
  }

  private BackendConnection taken() throws IOException {
    BackendConnection taken = pool.take(deadline);
    while (taken == null) {
      pool = pools.of(address);
      taken = pool.take(deadline);
    }
    return taken;
  }

  private void guard(BackendConnection taken) {
    connection = taken;
    taken.serve(deadline);
    deadline.guard(taken);
  }

  BackendConnection connection() {
    BackendConnection taken = connection;
    if (taken == null) {
      throw new IllegalStateException("no connection");
    }
    return taken;
  }

  /** Ends the call; a connection that is reusable serves the next one if it is still quiet then. */
  void finish(boolean reusable) {
    BackendConnection taken = detach();
    if (reusable) {
      pool.giveBack(taken);
    } else {
      pool.discard(taken);
    }
  }

  /** Closes the connection at once. Harmless when it has been given back. */
  void discard() {
    if (connection != null) {
      pool.discard(detach());
    }
  }

  private BackendConnection detach() {
    BackendConnection taken = connection();
    connection = null;
    deadline.pause();
    deadline.guard(null);
    taken.serve(null);
    return taken;
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
