package io.gatemason.runtime.traffic;

import io.gatemason.runtime.exchange.CallRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The lines of one request, so many characters at most. Belongs to the request's thread. */
final class Steps implements Consumer<String> {
  private static final String CUT = " [TRUNCATED]";

  private final CallRecord record;
  private final List<Step> steps = new ArrayList<>();
  private int left;

  Steps(CallRecord record, int mostCharacters) {
    this.record = record;
    this.left = mostCharacters;
  }

  @Override
  public void accept(String line) {
    if (left == 0) {
      return;
    }
    String kept = line.length() <= left ? line : line.substring(0, left) + CUT;
    left -= Math.min(line.length(), left);
    steps.add(new Step(TimeUnit.NANOSECONDS.toMicros(record.nanos()), kept));
  }

  List<Step> list() {
    return List.copyOf(steps);
  }
}
