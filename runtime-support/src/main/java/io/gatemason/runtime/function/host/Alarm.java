package io.gatemason.runtime.function.host;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One action that is due some time; whoever owns it guards it. */
final class Alarm {
  private final ScheduledExecutorService timer;
  private @Nullable Future<?> due;

  Alarm(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /** Has the action happen after a delay, unless the alarm is cancelled before. */
  void set(Duration delay, Runnable action) {
    due = timer.schedule(action, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Nothing is due any more. */
  void cancel() {
    if (due != null) {
      due.cancel(false);
      due = null;
    }
  }
}
