package io.gatemason.runtime.observe;

import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many time series there are. Safe for concurrent use. */
final class SeriesLimit {
  private static final System.Logger LOG = System.getLogger(SeriesLimit.class.getName());

  private final int most;
  private final AtomicInteger taken = new AtomicInteger();
  private volatile boolean told;

  SeriesLimit(int most) {
    this.most = most;
  }

  /** Whether there is room for so many more, which are then taken; the first refusal is told. */
  boolean takes(int series) {
    if (taken.addAndGet(series) <= most) {
      return true;
    }
    taken.addAndGet(-series);
    if (!told) {
      told = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "there are {0} time series of requests; the labels of all further ones are \"other\"",
          most);
    }
    return false;
  }
}
