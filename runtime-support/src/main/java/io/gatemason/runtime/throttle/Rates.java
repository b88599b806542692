package io.gatemason.runtime.throttle;

/**
 * Rate and burst of a throttle. Immutable.
 *
 * @param rateLimit requests per second, at least 0; fractions are allowed
 * @param burstLimit capacity of the bucket, at least 0
 */
public record Rates(double rateLimit, long burstLimit) {
  /** What a throttle has that names only its burst. */
  public static final double DEFAULT_RATE = 10_000;

  /** What a throttle has that names only its rate. */
  public static final long DEFAULT_BURST = 5_000;
}
