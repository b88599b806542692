package io.gatemason.benchmarks.table;

import java.util.Locale;

/**
 * A bound that a number is held against.
 *
 * @param bound the bound itself, which still meets the goal
 * @param atLeast whether smaller numbers miss the goal; otherwise larger ones do
 * @param unit what stands behind the number, such as {@code " s"}; may be empty
 */
public record Goal(double bound, boolean atLeast, String unit) {

  /** A ratio of at least {@code bound}. */
  public static Goal atLeast(double bound) {
    return new Goal(bound, true, "×");
  }

  /** A ratio of at most {@code bound}. */
  public static Goal atMost(double bound) {
    return new Goal(bound, false, "×");
  }

  /** At most so many seconds. */
  public static Goal atMostSeconds(double bound) {
    return new Goal(bound, false, " s");
  }

  /** Whether a number meets the goal. */
  public boolean isMetBy(double value) {
    return atLeast ? value >= bound : value <= bound;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %.2f%s", atLeast ? "≥" : "≤", bound, unit);
  }
}
