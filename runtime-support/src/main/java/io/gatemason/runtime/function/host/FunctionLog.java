package io.gatemason.runtime.function.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Copies what a process writes into the gateway's log, line by line, with the function and the
 * request that it belongs to.
 */
final class FunctionLog implements Runnable {
  private static final System.Logger LOG = System.getLogger(FunctionLog.class.getName());

  /** A longer line is logged in pieces: a process that never ends its line must not fill memory. */
  private static final int LINE_BYTES = 16_384;

  private final FunctionProcess process;
  private final InputStream output;

  /** Logs what a process of the function {@code name} prints, until it ends. */
  static void follow(FunctionProcess process, Process started, String name) {
    Thread.ofPlatform()
        .daemon()
        .name("function " + name + " " + started.pid())
        .start(new FunctionLog(process, started.getInputStream()));
  }

  FunctionLog(FunctionProcess process, InputStream output) {
    this.process = process;
    this.output = output;
  }

  /** Copies until the output ends. */
  @Override
  public void run() {
    byte[] read = new byte[LINE_BYTES];
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (output) {
      for (int n = output.read(read); n >= 0; n = output.read(read)) {
        for (int i = 0; i < n; i++) {
          if (read[i] != '\n') {
            line.write(read[i]);
          }
          if (read[i] == '\n' || line.size() == LINE_BYTES) {
            log(line);
          }
        }
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "output of " + process + " ended", e);
    }
    if (line.size() > 0) {
      log(line);
    }
  }

  private void log(ByteArrayOutputStream line) {
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
