package io.gatemason.runtime.transport;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.transport.BackendClient.PoolState;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The connections to all addresses that are called. Which these are may be up to clients, so an
 * address that is called no more is forgotten, and idle connections are bounded together. Safe for
 * concurrent use.
 */
final class ConnectionPools {
  private static final long MOST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final ConcurrentHashMap<BackendAddress, ConnectionPool> pools = new ConcurrentHashMap<>();
  private final int perHost;
  private final int mostIdle;
  private final Ticker ticker;
  private volatile boolean closed;

  /**
   * @param perHost most connections to one address
   * @param mostIdle most idle connections to all together
   */
  ConnectionPools(int perHost, int mostIdle, Ticker ticker) {
    this.perHost = perHost;
    this.mostIdle = mostIdle;
    this.ticker = ticker;
  }

  /** The connections to one address; never those of a pool that was given up. */
  ConnectionPool of(BackendAddress address) {
    ConnectionPool known = pools.get(address);
    if (known != null && !known.givenUp()) {
      return known;
    }
    ConnectionPool made =
        pools.compute(
            address,
            (any, old) ->
                old == null || old.givenUp() ? new ConnectionPool(any, perHost, ticker) : old);
    if (closed) {
      made.close();
    }
    return made;
  }

  /** How many addresses are known. */
  int size() {
    return pools.size();
  }

  PoolState state() {
    return pools.values().stream()
        .map(ConnectionPool::state)
        .reduce(new PoolState(0, 0, 0), PoolState::plus);
  }

  /**
   * Looks after calls that last, and closes the connections that have been idle longest while there
   * are too many; to be called every {@link Deadline#LOOK_MILLIS}.
   */
  void look() {
    pools.values().forEach(ConnectionPool::look);
    if (pools.values().stream().mapToInt(ConnectionPool::idle).sum() > mostIdle) {
      long now = ticker.nanos();
      // By their age, since the ticker's numbers mean nothing by themselves.
      long[] ages =
          pools.values().stream().flatMapToLong(pool -> pool.ages(now)).sorted().toArray();
      if (ages.length > mostIdle) {
        closeOlder(now, ages[mostIdle]);
      }
    }
  }

  private void closeOlder(long now, long age) {
    pools.values().forEach(pool -> pool.closeIdle(now, age));
  }

  /** Closes what nobody has needed for long, and forgets what has no connection. */
  void sweep() {
    closeOlder(ticker.nanos(), MOST_IDLE_NANOS);
    pools.forEach(
        (address, pool) -> {
          if (pool.giveUp()) {
            pools.remove(address, pool);
          }
        });
  }

  /** Closes all connections, and those that are made later. */
  void close() {
    closed = true;
    pools.values().forEach(ConnectionPool::close);
  }
}
