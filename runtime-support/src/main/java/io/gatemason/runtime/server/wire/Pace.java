package io.gatemason.runtime.server.wire;

/**
 * How fast one side of a request moves. Only the time counts that the gateway waits for the client:
 * a slow backend makes no slow client. Time that a client was too slow is a debt, which may come to
 * the grace and is paid off by being faster; nothing is saved for later, or what a client's buffers
 * took at once would be time to stand still. Belongs to one thread at a time.
 */
public final class Pace {
  private final WaitBudget budget;
  private final long graceNanos;
  private final long nanosPerByte;
  private long debtNanos;

  /** A client that has not been waited for yet, and may be without end if it keeps the rate. */
  public Pace(ConnectionLimits limits) {
    this(limits, WaitBudget.unbounded());
  }

  /** As above, all its waits being charged to {@code budget}. */
  public Pace(ConnectionLimits limits, WaitBudget budget) {
    this.budget = budget;
    this.graceNanos = limits.grace().toNanos();
    this.nanosPerByte = limits.nanosPerByte();
  }

  /**
   * When a wait has to end that begins at {@code now} and ends in time with so many bytes at once.
   */
  public long end(long now, long bytes) {
    long paced = now + Math.max(0, graceNanos - debtNanos) + bytes * nanosPerByte;
    return Math.min(paced, budget.end(now));
  }

  /** A wait of that length has moved so many bytes. */
  public void moved(long nanos, long bytes) {
    budget.spend(nanos);
    debtNanos = Math.max(0, debtNanos + nanos - bytes * nanosPerByte);
  }
}
