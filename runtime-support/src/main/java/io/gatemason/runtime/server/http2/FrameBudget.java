package io.gatemason.runtime.server.http2;

/**
 * How many frames a client may send that cost the gateway work and bring no request forward: so
 * many at once, and so many again each second. Belongs to the thread that reads the connection.
 */
final class FrameBudget {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final long mostNanos;
  private final long nanosPerFrame;
  private long saved;
  private long last;

  FrameBudget(int atOnce, int perSecond, long now) {
    this.nanosPerFrame = NANOS_PER_SECOND / perSecond;
    this.mostNanos = atOnce * nanosPerFrame;
    this.saved = mostNanos;
    this.last = now;
  }

  /** Takes a frame out of the budget; false if it is spent. */
  boolean spend(long now) {
    saved = Math.min(mostNanos, saved + now - last) - nanosPerFrame;
    last = now;
    return saved >= 0;
  }
}
