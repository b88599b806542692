package io.gatemason.runtime.trace;

import io.gatemason.runtime.clock.Ticker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** So many requests a second that are traced in any case. Safe for concurrent use. */
final class Reservoir {
  private static final int COUNT_BITS = 24;
  private static final long COUNT = (1L << COUNT_BITS) - 1;

  private final int perSecond;
  private final Ticker ticker;
  private final AtomicLong secondAndCount = new AtomicLong(-1);

  /** A reservoir of at most 16 million a second. */
  Reservoir(int perSecond, Ticker ticker) {
    this.perSecond = perSecond;
    this.ticker = ticker;
  }

  /** Takes one, if one is left of this second. */
  boolean take() {
    if (perSecond == 0) {
      return false;
    }
    long second = TimeUnit.NANOSECONDS.toSeconds(ticker.nanos()) << COUNT_BITS;
    while (true) {
      long known = secondAndCount.get();
      long taken = (known & ~COUNT) == second && known != -1 ? known & COUNT : 0;
      if (taken >= perSecond) {
        return false;
      }
      if (secondAndCount.compareAndSet(known, second | (taken + 1))) {
        return true;
      }
    }
  }
}
