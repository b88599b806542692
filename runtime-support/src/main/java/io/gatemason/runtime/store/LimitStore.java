package io.gatemason.runtime.store;

import java.util.List;

/** Judges requests by limits and remembers what was used of them. Safe for concurrent use. */
public interface LimitStore extends AutoCloseable {
  /** What {@link #take} returns if every limit had one left. */
  int TAKEN = -1;

  /** Days of usage that are kept. */
  int DAYS_KEPT = 93;

  /**
   * Takes one of every limit, or of none if any refuses.
   *
   * @param limits in the order in which they are judged; at most the last is a {@link QuotaLimit}
   * @return the index of the first limit that refuses, or {@link #TAKEN}
   * @throws StoreUnavailableException if limits cannot be judged and must not be guessed
   */
  int take(List<? extends Limit> limits);

  /** Gives back one token that {@link #take} took. */
  void giveBack(RateLimit limit);

  /**
   * What was used of a quota, a row for each day on which something was, or what is left was set,
   * in ascending order; at most {@link #DAYS_KEPT} days back.
   */
  List<UsageDay> usage(String name);

  /** Sets what is left of a quota in its current period. */
  void remaining(QuotaLimit quota, long remaining);

  /** Writes down what has to survive. */
  @Override
  void close();
}
