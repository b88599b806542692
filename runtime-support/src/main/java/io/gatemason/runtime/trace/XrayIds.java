package io.gatemason.runtime.trace;

import io.gatemason.runtime.client.TraceHeader;
import io.gatemason.runtime.clock.WallClock;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids in the form of X-Ray: the first eight digits of a trace are the second in which it began.
 * Safe for concurrent use.
 */
final class XrayIds implements IdGenerator {
  private static final Pattern ROOT = Pattern.compile("1-[0-9a-fA-F]{8}-[0-9a-fA-F]{24}");

  private final WallClock clock;
  private final ThreadLocal<@Nullable String> next = new ThreadLocal<>();

  XrayIds(WallClock clock) {
    this.clock = clock;
  }

  /**
   * The 32 digits of an id such as {@code 1-5759e988-bd862e3fe1be46a994272793}, "" if it is none.
   */
  static String traceId(String root) {
    return ROOT.matcher(root).matches()
        ? (root.substring(2, 10) + root.substring(11)).toLowerCase(java.util.Locale.ROOT)
        : "";
  }

  /** The 32 digits in the form of X-Ray. */
  static String root(String traceId) {
    return "1-" + traceId.substring(0, 8) + "-" + traceId.substring(8);
  }

  /** The next trace that this thread begins has that id, if it is not "". */
  void next(String traceId) {
    if (traceId.isEmpty()) {
      next.remove();
    } else {
      next.set(traceId);
    }
  }

  @Override
  public String generateTraceId() {
    String known = next.get();
    if (known != null) {
      next.remove();
      return known;
    }
    return traceId(TraceHeader.newRoot(clock.epochMillis()));
  }

  @Override
  public String generateSpanId() {
    String id = TraceHeader.newParent();
    return id.equals("0000000000000000") ? "0000000000000001" : id;
  }
}
