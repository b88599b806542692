package io.gatemason.runtime.throttle;

import io.gatemason.runtime.store.QuotaLimit;

/**
 * A number of requests per key and period, summed over all stages of a plan. Immutable.
 *
 * @param limit requests per period, at least 0
 * @param offset how many fewer there are in the period in which the plan began
 * @param period the period
 * @param began the day on which the plan began, in days since 1970; {@link #UNKNOWN} if nobody says
 *     so, in which case the offset applies nowhere
 */
record Quota(long limit, long offset, QuotaPeriod period, long began) {
  static final long UNKNOWN = Long.MIN_VALUE;

  /** The limit of the counter {@code name} on {@code day}, in days since 1970. */
  QuotaLimit on(String name, long day) {
    long start = period.start(day);
    boolean first = began != UNKNOWN && period.start(began) == start;
    return new QuotaLimit(name, first ? Math.max(0, limit - offset) : limit, start, day);
  }

  Quota began(long day) {
    return new Quota(limit, offset, period, day);
  }
}
