package io.gatemason.runtime.function.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Copies what a process writes into the gateway's log, line by line, with the function and the
 * request that it belongs to. Safe for concurrent use.
 */
final class FunctionLog {
  private static final System.Logger LOG = System.getLogger(FunctionLog.class.getName());

  /** A longer line is logged in pieces: a process that never ends its line must not fill memory. */
  private static final int LINE_BYTES = 16_384;

  /** A process that never ceases to write must not keep who catches up with it. */
  private static final int MOST_BYTES = 1 << 20;

  /** How long nobody looks at a process that is silent. */
  private static final long LONGEST_MILLIS = 50;

  private final FunctionProcess process;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private InputStream output = InputStream.nullInputStream();

  /** Follows nothing yet. */
  FunctionLog(FunctionProcess process) {
    this.process = process;
  }

  /** Logs what a process of the function {@code name} prints, until it ends. */
  synchronized void follow(Process started, String name) {
    output = started.getInputStream();
    Thread.ofVirtual().name("function " + name + " " + started.pid()).start(() -> follow(started));
  }

  /**
   * Looks for output every now and then: a thread that waited within a read would leave nobody else
   * to ask whether there is any, and could still have that of an invocation when the next begins.
   */
  private void follow(Process started) {
    long pause = 1;
    boolean last = false;
    try {
      while (!last) {
        last = !started.isAlive();
        pause = catchUp() ? 1 : Math.min(2 * pause, LONGEST_MILLIS);
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end();
  }

  /**
   * Logs all lines that the process has written up to now, as those of the invocation that it is or
   * was at.
   *
   * @return whether there was anything
   */
  synchronized boolean catchUp() {
    int left = MOST_BYTES;
    try {
      for (int n = output.available(); n > 0 && left > 0; n = output.available()) {
        byte[] read = output.readNBytes(Math.min(n, LINE_BYTES));
        left -= read.length;
        write(read);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "output of " + process + " ended", e);
    }
    return left < MOST_BYTES;
  }

  private void write(byte[] written) {
    for (byte next : written) {
      if (next != '\n') {
        line.write(next);
      }
      if (next == '\n' || line.size() == LINE_BYTES) {
        log();
      }
    }
  }

  private synchronized void end() {
    if (line.size() > 0) {
      log();
    }
    try {
      output.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "output of " + process + " was closed already", e);
    }
  }

  private void log() {
    String text = oneLine(line.toString(StandardCharsets.UTF_8).stripTrailing());
    line.reset();
    LOG.log(System.Logger.Level.INFO, "{0}: {1}", process, text);
  }

  /** Only the gateway itself may end lines of its log, or steer the terminal that shows it. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.chars().forEach(c -> line.append(Character.isISOControl(c) && c != '\t' ? ' ' : (char) c));
    return line.toString();
  }
}
