package io.gatemason.runtime.integration;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What loggers write while this is open. */
public final class RecordedLog implements AutoCloseable {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Handler handler = new Recording();
  private final Logger logger;

  /** Records the loggers of a name and of those below it. */
  public RecordedLog(String name) {
    this.logger = Logger.getLogger(name);
    logger.addHandler(handler);
  }

  /** Waits for the next line that contains {@code part}; fails if none comes. */
  public String await(String part) throws InterruptedException {
    String line;
    do {
      line = lines.poll(30, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("nothing in the log contains: " + part);
      }
    } while (!line.contains(part));
    return line;
  }

  /** All that was written and nobody has waited for, with the traces of stacks. */
  public String text() {
    return String.join("\n", lines);
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }

  private final class Recording extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord line) {
      StringWriter text = new StringWriter().append(formatter.formatMessage(line));
      if (line.getThrown() != null) {
        line.getThrown().printStackTrace(new PrintWriter(text.append('\n'), true));
      }
      lines.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
