package io.gatemason.runtime.log;

import io.gatemason.runtime.clock.Ticker;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many lines a second into a log, and says with the next line how many it has kept back:
 * whoever can make requests fail must not be able to fill a disk. Safe for concurrent use.
 */
public final class LogLimit {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Ticker ticker;
  private final int perSecond;
  private long begun;
  private int lines;
  private long keptBack;

  /** A limit by that clock. */
  public LogLimit(Ticker ticker, int perSecond) {
    this.ticker = ticker;
    this.perSecond = perSecond;
    this.begun = ticker.nanos();
  }

  /** Writes a line, unless there were too many in this second. */
  public void log(System.Logger log, System.Logger.Level level, String line) {
    log(log, level, line, null);
  }

  /** As {@link #log(System.Logger, System.Logger.Level, String)}, with what was thrown. */
  public void log(
      System.Logger log, System.Logger.Level level, String line, @Nullable Throwable thrown) {
    long before = admit();
    if (before >= 0) {
      log.log(level, before == 0 ? line : line + " (" + before + " before were left out)", thrown);
    }
  }

  /** How many lines were kept back before this one, -1 if it is kept back too. */
  private synchronized long admit() {
    long now = ticker.nanos();
    if (now - begun >= SECOND) {
      begun = now;
      lines = 0;
    }
    if (lines == perSecond) {
      keptBack++;
      return -1;
    }
    lines++;
    long before = keptBack;
    keptBack = 0;
    return before;
  }
}
