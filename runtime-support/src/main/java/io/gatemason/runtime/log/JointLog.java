package io.gatemason.runtime.log;

import org.jspecify.annotations.Nullable;

/**
 * Two execution logs of one call: each gets the lines that it wants. Belongs to the thread that
 * serves the call.
 */
public final class JointLog implements ExecutionLog {
  private final ExecutionLog first;
  private final ExecutionLog second;
  private @Nullable Runnable opening;

  /** Both logs; values are written as the first one has them. */
  public JointLog(ExecutionLog first, ExecutionLog second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public boolean wants(Detail detail) {
    return first.wants(detail) || second.wants(detail);
  }

  @Override
  public LogText text() {
    return first.text();
  }

  @Override
  public void opening(Runnable lines) {
    opening = lines;
  }

  @Override
  public void write(Detail detail, String line) {
    if (!wants(detail)) {
      return;
    }
    Runnable lines = opening;
    if (lines != null) {
      opening = null;
      lines.run();
    }
    first.write(detail, line);
    second.write(detail, line);
  }

  @Override
  public void aside(Detail detail, String line) {
    first.aside(detail, line);
    second.aside(detail, line);
  }
}
