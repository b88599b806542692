package io.gatemason.runtime.clock;

/** Tells the time of day. Safe for concurrent use; tests put a fixed one in its place. */
@FunctionalInterface
public interface WallClock {

  /** Milliseconds since 1970-01-01T00:00:00Z. */
  long epochMillis();

  /** The clock of the machine. */
  static WallClock system() {
    return System::currentTimeMillis;
  }
}
