package io.gatemason.runtime.server.wire;

/**
 * How fast one side of a request moves. Only the time counts that the gateway waits for the client:
 * a slow backend makes no slow client. Belongs to one thread at a time.
 */
public final class Pace {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final long graceNanos;
  private final long nanosPerByte;
  private long waited;
  private long bytes;

  public Pace(ConnectionLimits limits) {
    this.graceNanos = limits.grace().toNanos();
    this.nanosPerByte = NANOS_PER_SECOND / limits.bytesPerSecond();
  }

  /** When a wait that begins at {@code now} for {@code expected} bytes has to end. */
  public long end(long now, long expected) {
    return now + graceNanos + (bytes + expected) * nanosPerByte - waited;
  }

  /** A wait of that length has moved so many bytes. */
  public void moved(long nanos, long count) {
    waited += nanos;
    bytes += count;
  }
}
