package io.gatemason.runtime.store;

/**
 * A token bucket: {@code ratePerSecond} tokens flow in, up to {@code burst}; it starts full. A rate
 * or burst of 0 refuses everything.
 *
 * @param name the name of the bucket
 * @param ratePerSecond tokens per second, at least 0; fractions are allowed
 * @param burst capacity in tokens, at least 0
 */
public record RateLimit(String name, double ratePerSecond, long burst) implements Limit {

  /** Refuses negative numbers. */
  public RateLimit {
    if (!(ratePerSecond >= 0) || burst < 0) {
      throw new IllegalArgumentException("negative limit of " + name);
    }
  }

  /** Whether nothing ever passes. */
  public boolean closed() {
    return ratePerSecond == 0 || burst == 0;
  }
}
