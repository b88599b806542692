package io.gatemason.benchmarks.table;

import java.util.Arrays;
import java.util.Locale;

/** Numbers of a sample, and how they are written. */
public final class Numbers {
  private Numbers() {}

  /** The middle of a sample that is not empty; between the two middle ones if it is even. */
  public static double median(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The smallest and the largest of a sample that is not empty, as {@code 0.93 to 0.97}. */
  public static String spread(double[] sample) {
    return text(Arrays.stream(sample).min().orElseThrow())
        + " to "
        + text(Arrays.stream(sample).max().orElseThrow());
  }

  /** A number with two digits behind the point, none from one hundred on. */
  public static String text(double number) {
    return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : "%.2f", number);
  }
}
