package io.gatemason.runtime.observe;

import io.opentelemetry.api.trace.SpanContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes lines from those who serve requests and has a thread of its own write them. Nobody waits: a
 * line that does not fit is dropped and counted. Safe for concurrent use.
 */
final class LogQueue implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LogQueue.class.getName());
  private static final int BATCH = 1_024;
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LAST_MILLIS = 10_000;

  private final BlockingQueue<Line> queue;
  private final LongAdder dropped = new LongAdder();
  private final Set<LogTarget> targets = new LinkedHashSet<>();
  private final Thread writer;
  private volatile boolean closing;
  private long told;

  /** A queue for at most that many lines. */
  LogQueue(int lines) {
    this.queue = new ArrayBlockingQueue<>(lines);
    this.writer = Thread.ofPlatform().daemon().name("gatemason-logs").start(this::run);
  }

  /** Has a line written, or drops it. */
  void offer(LogTarget target, String line) {
    offer(target, line, SpanContext.getInvalid());
  }

  /** Has a line that belongs to a span of a trace written, or drops it. */
  void offer(LogTarget target, String line, SpanContext span) {
    if (!queue.offer(new Line(target, line, span))) {
      dropped.increment();
    }
  }

  /** How many lines were dropped, since they did not fit or could not be written. */
  long dropped() {
    return dropped.sum();
  }

  private void run() {
    List<Line> batch = new ArrayList<>(BATCH);
    boolean last = false;
    while (!last) {
      boolean ends = closing;
      queue.drainTo(batch, BATCH);
      if (batch.isEmpty()) {
        last = ends;
        LockSupport.parkNanos(ends ? 1 : IDLE_NANOS);
      } else {
        batch.forEach(this::write);
        targets.forEach(this::flush);
        batch.clear();
        tellOfDropped();
      }
    }
    targets.forEach(this::close);
  }

  private void write(Line line) {
    try {
      targets.add(line.target);
      line.target.write(line.text, line.span);
    } catch (IOException e) {
      failed(e);
    }
  }

  private void flush(LogTarget target) {
    try {
      target.flush();
    } catch (IOException e) {
      failed(e);
    }
  }

  private void close(LogTarget target) {
    try {
      target.close();
    } catch (IOException e) {
      failed(e);
    }
  }

  private void failed(IOException e) {
    if (dropped.sum() == told) {
      LOG.log(System.Logger.Level.WARNING, "lines of logs cannot be written: {0}", e.toString());
    }
    dropped.increment();
  }

  private void tellOfDropped() {
    long now = dropped.sum();
    if (now > told) {
      LOG.log(System.Logger.Level.WARNING, "{0} lines of logs were dropped so far", now);
      told = now;
    }
  }

  /** Has everything written that is queued, for some seconds at most. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(writer);
    try {
      writer.join(LAST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Line(LogTarget target, String text, SpanContext span) {}
}
