package io.gatemason.runtime.transport;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.transport.BackendClient.PoolState;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one address. The one used last is used first, so that those which are not
 * needed grow old. Safe for concurrent use.
 */
final class ConnectionPool {
  private final BackendAddress address;
  private final Ticker ticker;
  private final int most;

  /**
   * One for each connection that a call has, given in turn. Idle ones have none, and are taken
   * before others are made, so that there are never more than permits.
   */
  private final Semaphore permits;

  /** Guarded by itself. */
  private final Deque<BackendConnection> idle = new ArrayDeque<>();

  private final Set<BackendConnection> open = ConcurrentHashMap.newKeySet();
  private final Set<Deadline> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;
  private volatile boolean givenUp;

  ConnectionPool(BackendAddress address, int most, Ticker ticker) {
    this.address = address;
    this.ticker = ticker;
    this.most = most;
    this.permits = new Semaphore(most, true);
  }

  /**
   * A connection, which may be idle or not connected yet; to be given to {@link #giveBack} or
   * {@link #discard}. Null if the pool was given up.
   *
   * @throws SocketTimeoutException if all are in use until the time of the call is used up
   * @throws InterruptedIOException if the call was ended while it waited
   */
  @Nullable BackendConnection take(Deadline call) throws IOException {
    if (!hasPermit(call)) {
      throw new SocketTimeoutException("the pool had no connection in time");
    }
    BackendConnection taken = null;
    try {
      if (!givenUp) {
        taken = rested();
        taken = taken == null ? made() : taken;
      }
      return taken;
    } finally {
      if (taken == null) {
        permits.release();
      }
    }
  }

  private boolean hasPermit(Deadline call) throws IOException {
    try {
      // Even without waiting those who have waited come first.
      return permits.tryAcquire(0, TimeUnit.NANOSECONDS) || waitsForPermit(call);
    } catch (InterruptedException e) {
      if (call.end() == null) {
        Thread.currentThread().interrupt();
      }
      throw new InterruptedIOException("interrupted while waiting for a connection");
    }
  }

  private boolean waitsForPermit(Deadline call) throws InterruptedException {
    waiting.add(call);
    call.beginWaiting();
    try {
      return permits.tryAcquire(call.left(), TimeUnit.NANOSECONDS);
    } finally {
      call.endWaiting();
      waiting.remove(call);
    }
  }

  private @Nullable BackendConnection rested() {
    synchronized (idle) {
      return idle.pollFirst();
    }
  }

  private BackendConnection made() {
    BackendConnection connection = new BackendConnection(address, ticker);
    open.add(connection);
    if (closed) {
      close(connection);
    }
    return connection;
  }

  /** Replaces one that was taken and is of no use. */
  BackendConnection replace(BackendConnection connection) {
    close(connection);
    return made();
  }

  void giveBack(BackendConnection connection) {
    if (!connection.rest()) {
      discard(connection);
      return;
    }
    synchronized (idle) {
      idle.addFirst(connection);
    }
    permits.release();
  }

  void discard(BackendConnection connection) {
    close(connection);
    permits.release();
  }

  private void close(BackendConnection connection) {
    open.remove(connection);
    connection.close();
  }

  /** Looks after calls that last; to be called every {@link Deadline#LOOK_MILLIS}. */
  void look() {
    waiting.forEach(Deadline::look);
    for (BackendConnection connection : open) {
      Deadline call = connection.deadline();
      if (call != null) {
        call.look();
      }
    }
  }

  /** How many connections are idle. */
  int idle() {
    synchronized (idle) {
      return idle.size();
    }
  }

  /** For how long each of them has been. */
  LongStream ages(long now) {
    synchronized (idle) {
      return LongStream.of(
          idle.stream().mapToLong(connection -> now - connection.idleSince()).toArray());
    }
  }

  /** Closes those that have been idle for that long. */
  void closeIdle(long now, long age) {
    for (BackendConnection old = old(now, age); old != null; old = old(now, age)) {
      close(old);
    }
  }

  private @Nullable BackendConnection old(long now, long age) {
    synchronized (idle) {
      BackendConnection last = idle.peekLast();
      boolean old = last != null && now - last.idleSince() >= age;
      return old ? idle.pollLast() : null;
    }
  }

  /** Gives the pool up if it has no connection and nobody waits for one; whether it has. */
  boolean giveUp() {
    if (idle() > 0 || !permits.tryAcquire(most)) {
      return false;
    }
    try {
      givenUp = idle() == 0;
      return givenUp;
    } finally {
      permits.release(most);
    }
  }

  boolean givenUp() {
    return givenUp;
  }

  PoolState state() {
    return new PoolState(most - permits.availablePermits(), idle(), permits.getQueueLength());
  }

  /** Closes all connections, under the calls that have them, and those that are made later. */
  void close() {
    closed = true;
    open.forEach(this::close);
  }
}
