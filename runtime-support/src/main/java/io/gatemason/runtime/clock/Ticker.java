package io.gatemason.runtime.clock;

/**
 * Measures elapsed time. Only differences between two readings have a meaning. Safe for concurrent
 * use; tests put one in its place that moves when told.
 */
@FunctionalInterface
public interface Ticker {

  /** Nanoseconds since an arbitrary origin that stays the same while the process runs. */
  long nanos();

  /** The monotonic clock of the machine. */
  static Ticker system() {
    return System::nanoTime;
  }
}
