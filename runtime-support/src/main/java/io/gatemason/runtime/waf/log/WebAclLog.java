package io.gatemason.runtime.waf.log;

import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.CallTrace;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.waf.WebAclOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The log of a web ACL: a line of JSON for each request (docs/behaviour/web-acls.md#logs).
 * Immutable.
 */
public final class WebAclLog {
  private final String destination;
  private final Set<String> redacted;
  private final boolean keepsOthers;
  private final List<LogFilter> filters;

  private WebAclLog(
      String destination, Set<String> redacted, boolean keepsOthers, List<LogFilter> filters) {
    this.destination = destination;
    this.redacted = Set.copyOf(redacted);
    this.keepsOthers = keepsOthers;
    this.filters = List.copyOf(filters);
  }

  /** A log at a destination, of all requests. */
  public static WebAclLog to(String destination) {
    return new WebAclLog(destination, Set.of(), true, List.of());
  }

  /**
   * The log, in which parts of requests are not shown.
   *
   * @param parts {@code path}, {@code query}, {@code method}, or {@code header:} and a name in
   *     lower case
   */
  public WebAclLog redacting(String... parts) {
    Set<String> more = new HashSet<>(redacted);
    more.addAll(List.of(parts));
    return new WebAclLog(destination, more, keepsOthers, filters);
  }

  /** The log, of requests that a filter keeps only. */
  public WebAclLog droppingOthers() {
    return new WebAclLog(destination, redacted, false, filters);
  }

  /** The log with a filter more; the first that fits a request decides. */
  public WebAclLog filtered(LogFilter filter) {
    List<LogFilter> more = new ArrayList<>(filters);
    more.add(filter);
    return new WebAclLog(destination, redacted, keepsOthers, more);
  }

  /** Where its lines go. */
  public String destination() {
    return destination;
  }

  /** Writes a line for each request that is kept. */
  public Observer into(BiConsumer<String, CallTrace> lines) {
    return new Observer() {
      @Override
      public void ends(Exchange exchange) {
        WebAclOutcome outcome =
            exchange.record().phase(Phase.WAF) == null
                ? null
                : exchange.context().left(WebAclOutcome.class);
        if (outcome != null && keeps(outcome)) {
          lines.accept(new LogLine(exchange, outcome, redacted).text(), exchange.record().trace());
        }
      }
    };
  }

  private boolean keeps(WebAclOutcome outcome) {
    return filters.stream()
        .filter(filter -> filter.fits(outcome))
        .findFirst()
        .map(LogFilter::keeps)
        .orElse(keepsOthers);
  }
}
