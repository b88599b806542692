package io.gatemason.runtime.observe;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many time series there are. Safe for concurrent use. */
final class SeriesLimit {
  private static final System.Logger LOG = System.getLogger(SeriesLimit.class.getName());

  private final int most;
  private final Set<Labelled> known = ConcurrentHashMap.newKeySet();
  private final AtomicInteger taken = new AtomicInteger();
  private volatile boolean told;

  SeriesLimit(int most) {
    this.most = most;
  }

  /**
   * Whether a metric may have series with these labels: it has them already, as stages that are set
   * up anew ask again, or there is room for them, which is then taken. The first refusal is told.
   *
   * @param series how many they are
   */
  boolean takes(Object metric, int series, String... labels) {
    Labelled asked = new Labelled(metric, List.of(labels));
    if (known.contains(asked)) {
      return true;
    }
    if (!takes(series)) {
      return false;
    }
    if (!known.add(asked)) {
      taken.addAndGet(-series);
    }
    return true;
  }

  private boolean takes(int series) {
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

  private record Labelled(Object metric, List<String> labels) {}
}
