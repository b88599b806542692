package io.gatemason.generator.model.service;

import io.gatemason.generator.source.Range;

/**
 * How many requests a key has in a period. Immutable.
 *
 * @param range the setting
 * @param limit the number of requests in a period
 * @param offset what is subtracted from the limit in the first period
 * @param period how long a period is
 */
public record Quota(Range range, int limit, int offset, Period period) {

  /** How long a period is. */
  public enum Period {
    DAY,
    WEEK,
    MONTH
  }
}
