package io.gatemason.runtime.server.wire;

import io.gatemason.runtime.clock.Ticker;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Looks at all deadlines again and again, so that none needs a timer. Safe for concurrent use. */
public final class Deadlines implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Deadlines.class.getName());
  private static final long PERIOD_NANOS = 100_000_000L;

  private final Ticker ticker;
  private final long origin;
  private final Set<Deadline> all = ConcurrentHashMap.newKeySet();
  private final Thread sweeper;
  private volatile boolean closed;

  private Deadlines(Ticker ticker) {
    this.ticker = ticker;
    this.origin = ticker.nanos() - 1;
    this.sweeper = new Thread(this::run, "gateway-deadlines");
    sweeper.setDaemon(true);
  }

  public static Deadlines start(Ticker ticker) {
    Deadlines deadlines = new Deadlines(ticker);
    deadlines.sweeper.start();
    return deadlines;
  }

  /** Nanoseconds since a moment before the first call; above 0. */
  public long now() {
    return ticker.nanos() - origin;
  }

  public void add(Deadline deadline) {
    all.add(deadline);
  }

  public void remove(Deadline deadline) {
    all.remove(deadline);
  }

  private void run() {
    while (!closed) {
      long now = now();
      for (Deadline deadline : all) {
        sweep(deadline, now);
      }
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  /** Whatever one connection says, the others are looked after. */
  private static void sweep(Deadline deadline, long now) {
    try {
      deadline.sweep(now);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a wait could not be ended", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(sweeper);
  }
}
