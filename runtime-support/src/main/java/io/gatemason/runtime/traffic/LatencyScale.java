package io.gatemason.runtime.traffic;

/** Buckets for times from 64 microseconds to a minute, four for each doubling. */
final class LatencyScale {
  /** How many buckets there are. */
  static final int BUCKETS = 80;

  private static final int LOWEST_BITS = 6;

  private LatencyScale() {}

  /** The bucket of a time in microseconds. */
  static int bucket(long micros) {
    long time = Math.max(micros, 1L << LOWEST_BITS);
    int bits = Long.SIZE - 1 - Long.numberOfLeadingZeros(time);
    int quarter = (int) (time >> (bits - 2)) & 3;
    return Math.min((bits - LOWEST_BITS) * 4 + quarter, BUCKETS - 1);
  }

  /** The middle of a bucket in milliseconds. */
  static double millis(int bucket) {
    double width = 1L << (bucket / 4 + LOWEST_BITS - 2);
    return (4 + bucket % 4 + 0.5) * width / 1_000;
  }

  /** The time that this share of all counted ones did not exceed; 0 without any. */
  static double percentile(long[] counts, double share) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    long rank = (long) Math.ceil(all * share);
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank && seen > 0) {
        return millis(i);
      }
    }
    return 0;
  }
}
