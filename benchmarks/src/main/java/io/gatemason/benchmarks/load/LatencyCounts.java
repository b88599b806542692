package io.gatemason.benchmarks.load;

/** How many answers took how long, in steps of 10 µs up to 200 ms. Not thread-safe. */
final class LatencyCounts {
  private static final int STEP_MICROS = 10;

  private final long[] counts = new long[20_000];
  private long total;

  void count(long nanos) {
    counts[(int) Math.min(nanos / (1000L * STEP_MICROS), counts.length - 1)]++;
    total++;
  }

  long total() {
    return total;
  }

  /** The time in microseconds within which so many percent were answered. */
  long percentile(int percent) {
    long rank = total * percent / 100;
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return (long) (i + 1) * STEP_MICROS;
      }
    }
    return (long) counts.length * STEP_MICROS;
  }
}
