package io.gatemason.runtime.log;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The execution log of one call, line by line to wherever its stage wants it. Needs no server.
 * Belongs to the thread that serves the call.
 */
public final class CallLog implements ExecutionLog {
  private final Detail most;
  private final LogText text;
  private final Consumer<String> lines;
  private @Nullable Runnable opening;

  /**
   * A log of a call.
   *
   * @param most the most detailed kind of line that is wanted
   * @param text how values are written
   * @param lines gets each line, without its end
   */
  public CallLog(Detail most, LogText text, Consumer<String> lines) {
    this.most = most;
    this.text = text;
    this.lines = lines;
  }

  @Override
  public boolean wants(Detail detail) {
    return detail.compareTo(most) <= 0;
  }

  @Override
  public LogText text() {
    return text;
  }

  @Override
  public void opening(Runnable first) {
    opening = first;
  }

  @Override
  public void write(Detail detail, String line) {
    if (!wants(detail)) {
      return;
    }
    Runnable first = opening;
    if (first != null) {
      opening = null;
      first.run();
    }
    lines.accept(line);
  }

  @Override
  public void aside(Detail detail, String line) {
    if (wants(detail)) {
      lines.accept(line);
    }
  }
}
