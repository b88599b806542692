package io.gatemason.runtime.transport;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.failure.GatewayFailure;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time that one call may spend waiting for its backend. When it is used up, or nobody waits for
 * the answer any more, the connection is closed under the waiting thread, or its wait for one ends;
 * a limit per read would not stop a backend that sends a byte a second. Used by the calling thread;
 * alarms and looks come from the timer's.
 */
final class Deadline implements Runnable {
  /** How often calls that last are looked after. */
  static final long LOOK_MILLIS = 100;

  /** An alarm is set when the end is as near as this; most calls are over before. */
  private static final long NEAR_NANOS = TimeUnit.MILLISECONDS.toNanos(2 * LOOK_MILLIS);

  private static final long STOPPED = 0;

  private final Ticker ticker;
  private final ScheduledExecutorService timer;
  private final ClientLine client;
  private final long silenceNanos;
  private long remainingNanos;
  private long runningNanos;
  private boolean streaming;

  /** When the time is used up, by the ticker, if it is running. */
  private volatile long until = STOPPED;

  private @Nullable BackendConnection guarded;
  private @Nullable Thread waiting;
  private @Nullable RuntimeException end;
  private boolean lasting;

  /** {@code silence} bounds each wait of an answer that is streamed. */
  Deadline(
      Ticker ticker,
      ScheduledExecutorService timer,
      int timeoutMillis,
      Duration silence,
      ClientLine client) {
    this.ticker = ticker;
    this.timer = timer;
    this.client = client;
    this.silenceNanos = silence.toNanos();
    this.remainingNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
  }

  /** Lets the time run; harmless when it does already. */
  void start() {
    if (until == STOPPED) {
      runningNanos = streaming ? Math.min(remainingNanos, silenceNanos) : remainingNanos;
      until = ticker.nanos() + runningNanos | 1;
      if (runningNanos <= NEAR_NANOS) {
        alarm(runningNanos);
      }
    }
  }

  /** Stops the time. The rest is kept for the next {@link #start()}. */
  void pause() {
    if (until != STOPPED) {
      remainingNanos -= runningNanos - left();
      until = STOPPED;
    }
  }

  /** How many nanoseconds are left of the time that is running. */
  long left() {
    return until - ticker.nanos();
  }

  /** Stops the time; from now on each wait is bounded as those of streamed answers are. */
  void stream() {
    pause();
    streaming = true;
  }

  /** From now on an alarm closes this connection, and no other. */
  synchronized void guard(@Nullable BackendConnection connection) {
    guarded = connection;
    if (end != null && connection != null) {
      connection.close();
    }
  }

  /** The calling thread has no connection yet: from now on the end of the call interrupts it. */
  synchronized void beginWaiting() {
    waiting = Thread.currentThread();
    if (end != null) {
      waiting.interrupt();
    }
  }

  /** The calling thread waits no longer, and is not interrupted any more. */
  synchronized void endWaiting() {
    waiting = null;
    if (end != null) {
      Thread.interrupted();
    }
  }

  /** How the call was ended from here, null if it was not. */
  synchronized @Nullable RuntimeException end() {
    return end;
  }

  private void alarm(long afterNanos) {
    ScheduledFuture<?> unused = timer.schedule(this, Math.max(0, afterNanos), TimeUnit.NANOSECONDS);
  }

  /** The alarm, which nobody takes back when the call is over or its time stands still. */
  @Override
  public void run() {
    long set = until;
    if (set != STOPPED && ticker.nanos() - set >= 0) {
      end(GatewayFailure.integrationTimeout());
    }
  }

  /**
   * Ends the call if its client has hung up, and sets the alarm if its end is near. The first time
   * only marks it, so that quick calls cost nothing.
   */
  void look() {
    if (lasting && clientIsGone()) {
      end(new ExchangeFailure(Reason.CONNECTION_LOST, "the client has hung up"));
    }
    lasting = true;
    long set = until;
    long left = set - ticker.nanos();
    if (set != STOPPED && left <= NEAR_NANOS) {
      alarm(left);
    }
  }

  /** Whatever a client's connection does, other calls are still looked after. */
  private boolean clientIsGone() {
    try {
      return client.hungUp();
    } catch (RuntimeException e) {
      System.getLogger(Deadline.class.getName())
          .log(System.Logger.Level.DEBUG, "a client's connection cannot be read", e);
      return true;
    }
  }

  private synchronized void end(RuntimeException failure) {
    end = end == null ? failure : end;
    if (guarded != null) {
      guarded.close();
    }
    if (waiting != null) {
      waiting.interrupt();
    }
  }
}
