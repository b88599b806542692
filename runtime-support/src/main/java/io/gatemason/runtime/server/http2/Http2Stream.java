package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.server.wire.Deadline;
import io.gatemason.runtime.server.wire.DeadlinePassedException;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.Pace;
import io.gatemason.runtime.server.wire.Surroundings;
import io.gatemason.runtime.server.wire.Wait;
import io.gatemason.runtime.server.wire.WaitBudget;

/** The deadlines of one request over HTTP/2 and its answer. */
final class Http2Stream implements AutoCloseable {
  private final Deadlines deadlines;
  private final ConnectionLimits limits;
  private final Deadline deadline = new Deadline(new Deadline.Owner() {});
  private final WaitBudget budget;
  private boolean cut;

  Http2Stream(Surroundings surroundings) {
    this.deadlines = surroundings.deadlines();
    this.limits = surroundings.limits();
    this.budget = WaitBudget.of(limits);
    deadlines.add(deadline);
  }

  Pace pace() {
    return new Pace(limits, budget);
  }

  /** No more than the grace is waited from now on for the whole of what comes. */
  void onlyTheRest() {
    budget.atMost(limits.grace());
  }

  /** The answer streams, so that it has no end known before. */
  void unbounded() {
    budget.unbound();
  }

  /** Begins to wait for the client to send or to take so many bytes. */
  long begin(Wait wait, Pace pace, long bytes) {
    long now = deadlines.now();
    deadline.arm(wait, now, pace.end(now, bytes));
    return now;
  }

  /**
   * The wait that began at {@code start} is over.
   *
   * @throws DeadlinePassedException if it was cut
   */
  void end(Pace pace, long start, long bytes) {
    try {
      deadline.disarm();
    } catch (DeadlinePassedException e) {
      cut = true;
      throw e;
    }
    pace.moved(deadlines.now() - start, bytes);
  }

  /** Whether the client was too slow. */
  boolean wasCut() {
    return cut;
  }

  @Override
  public void close() {
    deadlines.remove(deadline);
  }
}
