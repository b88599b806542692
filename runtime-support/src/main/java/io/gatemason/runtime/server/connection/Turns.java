package io.gatemason.runtime.server.connection;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets others go first. The carriers of virtual threads look for threads that are new, or that a
 * timer or the poller wakes, only when no thread that they have run before is ready; busy
 * connections that give way to each other always are. So every now and then one thread more is
 * started, and while it does not get its turn, connections wait for it between requests. Safe for
 * concurrent use.
 */
final class Turns {
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** More than one: new threads wait in several queues, of which a carrier chooses any. */
  private static final int TURNS = 2;

  private volatile Probe last = new Probe(-PATIENCE_NANOS, 0);

  /**
   * Called between two requests of a connection.
   *
   * @param now as {@link io.gatemason.runtime.server.wire.Deadlines#now()} tells it
   */
  @SuppressWarnings("ThreadPriorityCheck") // Giving way saves work, nothing relies on it.
  void giveWay(long now) throws InterruptedException {
    Probe probe = last;
    boolean old = now - probe.begun > PATIENCE_NANOS;
    if (old && probe.turns.getCount() > 0) {
      probe.turns.await();
      return;
    }
    if (old) {
      start(probe, new Probe(now, TURNS));
    }
    Thread.yield();
  }

  private synchronized void start(Probe before, Probe next) {
    if (last == before) {
      last = next;
      next.start();
    }
  }

  /** Threads that are started one after the other to see how long they have to wait. */
  private static final class Probe implements Runnable {
    private final long begun;
    private final CountDownLatch turns;

    Probe(long begun, int turns) {
      this.begun = begun;
      this.turns = new CountDownLatch(turns);
    }

    void start() {
      Thread.ofVirtual().name("gateway-turn").start(this);
    }

    @Override
    public void run() {
      turns.countDown();
      if (turns.getCount() > 0) {
        start();
      }
    }
  }
}
