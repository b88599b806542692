package io.gatemason.runtime.transport;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.failure.GatewayFailure;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * The time that one call may spend waiting for its backend. When it is used up, or nobody waits for
 * the answer any more, the connection is closed under the waiting thread; a limit per read would
 * not stop a backend that sends a byte a second. Used by the calling thread; alarms come from the
 * timer's.
 */
final class Deadline implements Runnable {
  private final ScheduledExecutorService timer;
  private final ClientLine client;
  private final long silenceNanos;
  private long remainingNanos;
  private long runningNanos;
  private boolean streaming;
  private @Nullable ScheduledFuture<?> alarm;
  private @Nullable ConnectionEndpoint guarded;
  private @Nullable RuntimeException end;
  private boolean lasting;

  /** {@code silence} bounds each wait of an answer that is streamed. */
  Deadline(ScheduledExecutorService timer, int timeoutMillis, Duration silence, ClientLine client) {
    this.timer = timer;
    this.client = client;
    this.silenceNanos = silence.toNanos();
    this.remainingNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
  }

  /** Lets the time run; harmless when it does already. */
  void start() {
    if (alarm == null) {
      runningNanos = streaming ? Math.min(remainingNanos, silenceNanos) : remainingNanos;
      alarm = timer.schedule(this, Math.max(0, runningNanos), TimeUnit.NANOSECONDS);
    }
  }

  /** Stops the time. The rest is kept for the next {@link #start()}. */
  void pause() {
    ScheduledFuture<?> running = alarm;
    if (running != null) {
      remainingNanos -= runningNanos - running.getDelay(TimeUnit.NANOSECONDS);
      running.cancel(false);
      alarm = null;
    }
  }

  /** Stops the time; from now on each wait is bounded as those of streamed answers are. */
  void stream() {
    pause();
    streaming = true;
  }

  /** From now on an alarm closes this connection, and no other. */
  synchronized void guard(@Nullable ConnectionEndpoint endpoint) {
    guarded = endpoint;
    if (end != null && endpoint != null) {
      endpoint.close(CloseMode.IMMEDIATE);
    }
  }

  /** How the call was ended from here, null if it was not. */
  synchronized @Nullable RuntimeException end() {
    return end;
  }

  @Override
  public void run() {
    end(GatewayFailure.integrationTimeout());
  }

  /**
   * Ends the call if its client has hung up. Called again and again while the call lasts; the first
   * time only marks it, so that quick calls cost nothing.
   */
  void checkClient() {
    if (lasting && client.hungUp()) {
      end(new ExchangeFailure(Reason.CONNECTION_LOST, "the client has hung up"));
    }
    lasting = true;
  }

  private synchronized void end(RuntimeException failure) {
    end = end == null ? failure : end;
    if (guarded != null) {
      guarded.close(CloseMode.IMMEDIATE);
    }
  }
}
