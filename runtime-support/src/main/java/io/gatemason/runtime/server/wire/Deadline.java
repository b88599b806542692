package io.gatemason.runtime.server.wire;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the waits of one thread after another, one wait at a time. A wait that lasts too long ends
 * by an interrupt, which closes the channel of the client; whoever waited learns it from {@link
 * #disarm}. Either the wait ends in time or it is cut, never both: an interrupt cannot reach what
 * the thread does next.
 *
 * <p>Waiting threads call {@link #arm} and {@link #disarm}, any others {@link #sweep} and {@link
 * #cut}.
 */
public final class Deadline {
  /** How long the last words to a client may take before it is cut all the same. */
  private static final long LAST_WORDS_NANOS = 1_000_000_000L;

  private static final long OFF = 0;

  /** The wait is over, its thread is about to be interrupted. */
  private static final long CLAIMED = -1;

  private static final long CUTTING = -2;
  private static final long CUT = -3;

  /** What a connection has to say before one of its waits is cut. */
  public interface Owner {
    /** A later time for a wait that may go on, else 0. */
    default long prolonged(Wait wait, long now) {
      return 0;
    }

    /** What is said to the client, by another thread; null for nothing. */
    default @Nullable Runnable lastWords(Wait wait) {
      return null;
    }
  }

  private final Owner owner;

  /** When the wait ends in nanoseconds, above 0; or one of the states. */
  private final AtomicLong due = new AtomicLong(OFF);

  private Wait wait = Wait.FIRST;
  private @Nullable Thread waiting;
  private long since;
  private volatile long lastWordsUntil;

  public Deadline(Owner owner) {
    this.owner = owner;
  }

  /** The calling thread begins to wait at {@code now}, until {@code end} at the most. */
  public void arm(Wait forWhat, long now, long end) {
    wait = forWhat;
    waiting = Thread.currentThread();
    since = now;
    due.set(Math.max(end, 1));
  }

  /**
   * The calling thread waits no longer.
   *
   * @throws DeadlinePassedException if the wait was cut; the thread is not interrupted any more
   *     then
   */
  public void disarm() {
    long end = due.get();
    while (end > 0) {
      if (due.compareAndSet(end, OFF)) {
        return;
      }
      end = due.get();
    }
    while (due.get() != CUT) {
      LockSupport.parkNanos(100_000);
    }
    Thread.interrupted();
    due.set(OFF);
    throw new DeadlinePassedException(wait);
  }

  /** Ends the wait if it has lasted too long. */
  public void sweep(long now) {
    long end = due.get();
    if (end > 0 && end <= now) {
      long later = owner.prolonged(wait, now);
      if (later > 0) {
        due.compareAndSet(end, later);
      } else {
        claim(end, now);
      }
    } else if (end == CLAIMED && now >= lastWordsUntil) {
      interrupt();
    }
  }

  /** Ends the wait if it is one of that kind and has lasted for so long already. */
  public void cut(Wait forWhat, long now, long atLeast) {
    long end = due.get();
    if (end > 0 && wait == forWhat && now - since >= atLeast) {
      claim(end, now);
    }
  }

  private void claim(long end, long now) {
    lastWordsUntil = now + LAST_WORDS_NANOS;
    if (due.compareAndSet(end, CLAIMED)) {
      endAfterLastWords();
    }
  }

  private void endAfterLastWords() {
    Runnable words = owner.lastWords(wait);
    if (words == null) {
      interrupt();
      return;
    }
    Thread.ofVirtual()
        .name("gateway-last-words")
        .start(
            () -> {
              try {
                words.run();
              } finally {
                interrupt();
              }
            });
  }

  private void interrupt() {
    Thread thread = waiting;
    if (due.compareAndSet(CLAIMED, CUTTING)) {
      if (thread != null) {
        thread.interrupt();
      }
      due.set(CUT);
    }
  }
}
