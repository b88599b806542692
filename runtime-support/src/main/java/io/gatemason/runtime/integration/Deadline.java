package io.gatemason.runtime.integration;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * The time that one call may spend waiting for its backend. When it is used up, the connection is
 * closed under the waiting thread; a limit per read would not stop a backend that sends a byte a
 * second. Used by the calling thread; the alarm comes from the timer's.
 */
final class Deadline implements Runnable {
  private final ScheduledExecutorService timer;
  private long remainingNanos;
  private @Nullable ScheduledFuture<?> alarm;
  private @Nullable ConnectionEndpoint guarded;
  private boolean expired;

  Deadline(ScheduledExecutorService timer, int timeoutMillis) {
    this.timer = timer;
    this.remainingNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
  }

  /** Lets the time run; harmless when it does already. */
  void start() {
    if (alarm == null) {
      alarm = timer.schedule(this, Math.max(0, remainingNanos), TimeUnit.NANOSECONDS);
    }
  }

  /** Stops the time. The rest is kept for the next {@link #start()}. */
  void pause() {
    ScheduledFuture<?> running = alarm;
    if (running != null) {
      remainingNanos = running.getDelay(TimeUnit.NANOSECONDS);
      running.cancel(false);
      alarm = null;
    }
  }

  /** From now on the alarm closes this connection, and no other. */
  synchronized void guard(@Nullable ConnectionEndpoint endpoint) {
    guarded = endpoint;
    if (expired && endpoint != null) {
      endpoint.close(CloseMode.IMMEDIATE);
    }
  }

  boolean running() {
    return alarm != null;
  }

  synchronized boolean expired() {
    return expired;
  }

  @Override
  public synchronized void run() {
    expired = true;
    if (guarded != null) {
      guarded.close(CloseMode.IMMEDIATE);
    }
  }
}
