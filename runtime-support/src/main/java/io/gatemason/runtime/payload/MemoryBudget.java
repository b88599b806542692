package io.gatemason.runtime.payload;

import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that all requests of a service together may hold in memory: bodies, and what is made of
 * them. A request that needs more than is left ends at once, so that the others go on. Safe for
 * concurrent use (docs/behaviour/bounds.md#memory).
 */
public final class MemoryBudget {
  private static final ThreadLocal<@Nullable Share> CURRENT = new ThreadLocal<>();

  private final long bytes;
  private final AtomicLong held = new AtomicLong();

  private MemoryBudget(long bytes) {
    this.bytes = bytes;
  }

  /** A budget of so many bytes. */
  public static MemoryBudget of(long bytes) {
    return new MemoryBudget(bytes);
  }

  /** Bytes that requests in progress hold. */
  public long held() {
    return held.get();
  }

  /**
   * Holds so many bytes beside the requests, until they are released; whoever holds them may be on
   * any thread.
   *
   * @return false if so much is not left; then nothing is held
   */
  public boolean tryHold(long more) {
    if (held.addAndGet(more) > bytes) {
      held.addAndGet(-more);
      return false;
    }
    return true;
  }

  /** Gives back what {@link #tryHold} held. */
  public void release(long count) {
    held.addAndGet(-count);
  }

  /** A request begins on this thread, and holds nothing yet. */
  public Share begin() {
    Share share = new Share(this);
    CURRENT.set(share);
    return share;
  }

  /** The budget of this thread's request; one without bounds on a thread that serves none. */
  public static MemoryBudget current() {
    Share share = CURRENT.get();
    return share == null ? of(Long.MAX_VALUE) : share.budget;
  }

  /**
   * The request of this thread is going to hold so many bytes more until it ends. Nothing is
   * counted on a thread that serves no request.
   *
   * @throws ExchangeFailure OVERLOADED if so much is not left
   */
  public static void hold(long more) {
    Share share = CURRENT.get();
    if (share != null) {
      share.hold(more);
    }
  }

  /** What one request holds. Belongs to the thread of the request. */
  public static final class Share implements AutoCloseable {
    private final MemoryBudget budget;
    private long mine;

    private Share(MemoryBudget budget) {
      this.budget = budget;
    }

    private void hold(long more) {
      if (budget.held.addAndGet(more) > budget.bytes) {
        budget.held.addAndGet(-more - mine);
        mine = 0; // What is left to do needs none of it.
        throw new ExchangeFailure(
            Reason.OVERLOADED, "no memory is left for " + more + " bytes more");
      }
      mine += more;
    }

    /** The request has ended: gives back all that it held. */
    @Override
    public void close() {
      if (mine > 0) {
        budget.held.addAndGet(-mine);
        mine = 0;
      }
      CURRENT.remove();
    }
  }
}
