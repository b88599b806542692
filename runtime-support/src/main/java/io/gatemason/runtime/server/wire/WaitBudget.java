package io.gatemason.runtime.server.wire;

import java.time.Duration;

/**
 * How long one request may wait for its client in all: for what it sends, and for it to take what
 * it is sent. What the gateway does itself, and the time that a backend takes, does not count.
 * Belongs to one thread at a time.
 */
public final class WaitBudget {
  private static final long UNBOUNDED = Long.MAX_VALUE;

  private long leftNanos;

  private WaitBudget(long leftNanos) {
    this.leftNanos = leftNanos;
  }

  /** That of a request that has not waited yet. */
  public static WaitBudget of(ConnectionLimits limits) {
    return new WaitBudget(limits.requestWait().toNanos());
  }

  /** One without an end. */
  static WaitBudget unbounded() {
    return new WaitBudget(UNBOUNDED);
  }

  /** No more than this is left. */
  public void atMost(Duration rest) {
    leftNanos = Math.min(leftNanos, rest.toNanos());
  }

  /** From now on there is no end: the answer is passed on as it comes. */
  public void unbound() {
    leftNanos = UNBOUNDED;
  }

  /** When a wait has to end that begins at {@code now}. */
  long end(long now) {
    return leftNanos == UNBOUNDED ? UNBOUNDED : now + leftNanos;
  }

  /** It has been waited for so long. */
  void spend(long nanos) {
    leftNanos = leftNanos == UNBOUNDED ? UNBOUNDED : Math.max(0, leftNanos - nanos);
  }
}
