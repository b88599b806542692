package io.gatemason.runtime.traffic;

import io.gatemason.runtime.client.ClientLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line of a request that somebody tries out: whoever watches the traffic gives back the whole
 * execution log, headers and bodies included. Belongs to the thread that serves the request.
 */
public final class Trial implements ClientLine {
  /** How much of its log is shown. */
  static final int MOST_CHARACTERS = 400_000;

  private @Nullable Steps steps;

  @Override
  public boolean hungUp() {
    return false;
  }

  void keep(Steps kept) {
    steps = kept;
  }

  /** The lines of the execution log; none where no method was found. */
  public List<Step> steps() {
    return steps == null ? List.of() : steps.list();
  }
}
