package io.gatemason.runtime.store.redis;

import io.gatemason.runtime.clock.Ticker;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Interrupts virtual threads that have waited for too long, whatever they wait for: a lock, a
 * connection, an answer. All may wait equally long, so that those who began first are due first.
 * Safe for concurrent use.
 */
final class Deadlines implements AutoCloseable {
  /** Whoever is woken so late had no processor, and others had none either. */
  private static final long LATE_NANOS = 2_000_000;

  /** Their answers may lie there, and they have that long to take them. */
  private static final long EXCUSED_NANOS = 5_000_000;

  /** Waits that are over do not pile up for longer. */
  private static final long SWEEP_NANOS = 40_000_000;

  private final Ticker ticker;
  private final long nanos;
  private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
  private final Thread watch;
  private volatile boolean closed;
  private boolean excused;

  Deadlines(Duration time, Ticker ticker) {
    this.nanos = time.toNanos();
    this.ticker = ticker;
    this.watch = Thread.ofVirtual().name("gatemason-redis-deadlines").start(this::run);
  }

  /** The thread that calls this waits from now on; it has to {@link Wait#end} that. */
  Wait begin() {
    Wait wait = new Wait(Thread.currentThread(), ticker.nanos() + nanos);
    waits.add(wait);
    return wait;
  }

  private void run() {
    while (!closed) {
      LockSupport.parkNanos(this, Math.min(judge(), SWEEP_NANOS));
    }
  }

  /** How long to wait: nobody who begins meanwhile is due before that time has passed. */
  private long judge() {
    long now = ticker.nanos();
    for (Wait first = waits.peek(); first != null; first = waits.peek()) {
      long left = first.due - now;
      if (first.isWaiting() && left > 0) {
        excused = false;
        return left;
      }
      if (first.isWaiting() && left < -LATE_NANOS && !excused) {
        excused = true;
        return EXCUSED_NANOS;
      }
      first.expire();
      waits.remove();
    }
    excused = false;
    return nanos;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watch);
  }

  private enum State {
    WAITING,
    OVER,
    EXPIRING,
    EXPIRED
  }

  /** One wait of a thread. */
  static final class Wait {
    private final Thread thread;
    private final long due;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    private Wait(Thread thread, long due) {
      this.thread = thread;
      this.due = due;
    }

    private boolean isWaiting() {
      return state.get() == State.WAITING;
    }

    private void expire() {
      if (state.compareAndSet(State.WAITING, State.EXPIRING)) {
        thread.interrupt();
        state.set(State.EXPIRED);
      }
    }

    /** Ends the wait; true if the thread was interrupted for it, of which nothing is left then. */
    boolean end() {
      if (state.compareAndSet(State.WAITING, State.OVER) || state.get() == State.OVER) {
        return false;
      }
      while (state.get() == State.EXPIRING) {
        Thread.onSpinWait();
      }
      state.set(State.OVER);
      return Thread.interrupted();
    }
  }
}
