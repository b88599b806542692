package io.gatemason.runtime.trace;

import io.gatemason.runtime.client.TraceHeader;
import io.gatemason.runtime.exchange.CallTrace;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.trace.Propagation.Incoming;
import io.opentelemetry.api.trace.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Traces the requests of a stage: those that callers have decided to trace, and a share of those
 * that nobody has decided about if the stage is to be traced. Safe for concurrent use. Source:
 * {@code docs/behaviour/tracing.md#modes}.
 */
final class StageTraces implements Observer {
  private final boolean active;
  private final SamplingRules rules;
  private final Propagation propagation;
  private final @Nullable Tracer tracer;
  private final XrayIds ids;
  private final CallTrace passed;

  /**
   * A stage.
   *
   * @param active whether the stage decides where nobody else has
   * @param rules those that may mean requests of the stage
   * @param tracer null if nothing is recorded
   */
  StageTraces(
      boolean active,
      SamplingRules rules,
      Propagation propagation,
      @Nullable Tracer tracer,
      XrayIds ids) {
    this.active = active && tracer != null;
    this.rules = rules;
    this.propagation = propagation;
    this.tracer = tracer;
    this.ids = ids;
    this.passed = new PassedTrace(propagation, "");
  }

  @Override
  public void begins(Exchange exchange) {
    Incoming incoming = propagation.read(exchange.head().fields());
    SamplingRule rule = null;
    boolean records;
    if (incoming != null && incoming.decided()) {
      records = incoming.header().sampled().equals("1");
    } else if (active) {
      rule = rules.choose(exchange);
      records = rule != null;
    } else {
      records = incoming != null && !incoming.header().parent().isEmpty() && !isAsked(incoming);
    }
    if (records && tracer != null) {
      String ruleName = rule == null ? "" : rule.name();
      RecordedTrace trace = new RecordedTrace(exchange, tracer, propagation, incoming, ruleName);
      trace.begin(ids);
      exchange.record().trace(trace);
    } else {
      exchange.record().trace(incoming == null ? passed : passed(exchange, incoming));
    }
  }

  private static boolean isAsked(Incoming incoming) {
    return incoming.header().sampled().equals("?");
  }

  /** What is not recorded here goes on as it came, with the decision that was made. */
  private CallTrace passed(Exchange exchange, Incoming incoming) {
    TraceHeader header = incoming.header();
    boolean refused = !incoming.decided() && (active || isAsked(incoming));
    if (incoming.w3c() || refused) {
      TraceHeader decided = refused ? header.withSampled("0") : header;
      exchange.head().traceId(decided.completed(exchange.epochMillis()).text());
    }
    return incoming.state().isEmpty() ? passed : new PassedTrace(propagation, incoming.state());
  }

  @Override
  public void ends(Exchange exchange) {
    if (exchange.record().trace() instanceof RecordedTrace trace) {
      trace.end();
    }
  }
}
