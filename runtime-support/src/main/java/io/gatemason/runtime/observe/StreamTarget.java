package io.gatemason.runtime.observe;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Standard output: what belongs together is written at once. */
final class StreamTarget implements LogTarget {
  private final PrintStream stream;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  StreamTarget(PrintStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(String line) {
    kept.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    kept.write('\n');
  }

  @Override
  public void flush() {
    if (kept.size() > 0) {
      byte[] lines = kept.toByteArray();
      kept.reset();
      stream.write(lines, 0, lines.length);
      stream.flush();
    }
  }
}
