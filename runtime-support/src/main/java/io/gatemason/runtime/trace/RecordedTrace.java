package io.gatemason.runtime.trace;

import io.gatemason.runtime.client.TraceHeader;
import io.gatemason.runtime.exchange.Call;
import io.gatemason.runtime.exchange.CallRecord;
import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.CallTrace;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.trace.Propagation.Incoming;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one request: its own, those of parts of it, and that of the call of its integration.
 * Whoever is called meanwhile is told the innermost one as its parent. Belongs to the thread that
 * serves the request. Source: {@code docs/behaviour/tracing.md#spans}.
 */
final class RecordedTrace implements CallTrace {
  private final Exchange exchange;
  private final Tracer tracer;
  private final Clock clock;
  private final Propagation propagation;
  private final @Nullable Incoming incoming;
  private final String rule;
  private final Deque<Span> phases = new ArrayDeque<>(2);
  private Span server = Span.getInvalid();
  private @Nullable Span client;
  private long clientEnd;

  /**
   * A request.
   *
   * @param incoming the trace that it goes on with, null if it begins one
   * @param rule by which it was chosen, "" if the caller decided
   */
  RecordedTrace(
      Exchange exchange,
      Tracer tracer,
      Propagation propagation,
      @Nullable Incoming incoming,
      String rule) {
    this.exchange = exchange;
    this.tracer = tracer;
    this.clock = Clock.getDefault();
    this.propagation = propagation;
    this.incoming = incoming;
    this.rule = rule;
  }

  /** Begins the span of the request. */
  void begin(XrayIds ids) {
    String verb = exchange.head().method();
    SpanBuilder builder = tracer.spanBuilder(verb).setSpanKind(SpanKind.SERVER);
    SpanContext caller = caller();
    if (caller.isValid()) {
      builder.setParent(Context.root().with(Span.wrap(caller)));
    } else {
      builder.setNoParent();
      ids.next(incoming == null ? "" : XrayIds.traceId(incoming.header().root()));
    }
    server = builder.startSpan();
    innermost(server);
  }

  private SpanContext caller() {
    if (incoming == null) {
      return SpanContext.getInvalid();
    }
    TraceHeader header = incoming.header();
    return SpanContext.createFromRemoteParent(
        XrayIds.traceId(header.root()),
        header.parent(),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }

  /** The trace header names this span from here on. */
  private void innermost(Span span) {
    exchange.head().traceId(header(span).text());
  }

  private static TraceHeader header(Span span) {
    SpanContext context = span.getSpanContext();
    return new TraceHeader(XrayIds.root(context.getTraceId()), context.getSpanId(), "1");
  }

  private SpanBuilder child(String name) {
    return tracer.spanBuilder(name).setParent(Context.root().with(server));
  }

  @Override
  public boolean records() {
    return true;
  }

  @Override
  public String recordedTraceId() {
    return server.getSpanContext().getTraceId();
  }

  @Override
  public String recordedSpanId() {
    return server.getSpanContext().getSpanId();
  }

  @Override
  public void begins(Phase phase) {
    if (phase == Phase.AUTHORIZER || phase == Phase.CACHE) {
      Span span = child(phase == Phase.CACHE ? "cache lookup" : "authorizer").startSpan();
      phases.push(span);
      innermost(span);
    }
  }

  @Override
  public void ends(Phase phase) {
    if ((phase == Phase.AUTHORIZER || phase == Phase.CACHE) && !phases.isEmpty()) {
      Span span = phases.pop();
      if (phase == Phase.AUTHORIZER) {
        CallRecord record = exchange.record();
        SpanAttributes.authorizer(span, record.authorizer(), record.authorizerKnew());
      }
      span.end();
      innermost(server);
    }
  }

  @Override
  public void calls(Called called) {
    Span span = child(SpanAttributes.nameOf(called)).setSpanKind(SpanKind.CLIENT).startSpan();
    SpanAttributes.called(span, called);
    client = span;
    innermost(span);
  }

  @Override
  public void carry(Call call, Headers headers) {
    Span named = !phases.isEmpty() ? phases.peek() : client == null ? server : client;
    TraceHeader header = header(named);
    String sent = headers.first(TraceHeader.NAME);
    // A mapping may have named another trace on purpose.
    if (sent != null && sent.equals(header(server).text())) {
      headers.set(TraceHeader.NAME, header.text());
    }
    String state = incoming == null ? "" : incoming.state();
    propagation.write(header, state, exchange.head().fields(), headers);
  }

  @Override
  public void answers() {
    if (client != null) {
      clientEnd = clock.now();
      innermost(server);
    }
  }

  /** The request is over, and so is everything that was part of it. */
  void end() {
    phases.forEach(Span::end);
    Span called = client;
    if (called != null) {
      SpanAttributes.answered(called, exchange);
      called.end(clientEnd == 0 ? clock.now() : clientEnd, TimeUnit.NANOSECONDS);
    }
    SpanAttributes.request(server, exchange, rule);
    server.end();
  }
}
