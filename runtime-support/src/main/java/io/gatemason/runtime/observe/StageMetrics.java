package io.gatemason.runtime.observe;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.CallRecord;
import io.gatemason.runtime.exchange.CallRecord.Ended;
import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.CallTrace;
import io.gatemason.runtime.exchange.CallTrace.Called.Kind;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.waf.WebAclOutcome;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times the requests of a stage; those of single methods where the stage wants that.
 * Safe for concurrent use. Source: {@code docs/operations.md#metrics}.
 */
final class StageMetrics implements Observer {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String BACKEND = "backend";

  private final Metrics metrics;
  private final SeriesLimit limit;
  private final ApiInfo stage;
  private final Series whole;
  private final @Nullable CounterDataPoint processed;
  private volatile @Nullable MessageMetrics messages;
  private final Map<MethodInfo, Series> byMethod = new ConcurrentHashMap<>();
  private final Function<MethodInfo, Series> newSeries = this::series;

  private StageMetrics(Metrics metrics, SeriesLimit limit, ApiInfo stage) {
    this.metrics = metrics;
    this.limit = limit;
    this.stage = stage;
    this.processed =
        stage.httpApi() ? metrics.dataProcessed.labelValues(stage.apiId(), stage.stage()) : null;
    this.whole = new Series(metrics, limit, stage, null);
  }

  /** Watches a stage if the service has metrics. */
  static Optional<Observer> of(Observation observation, ApiInfo stage, Optional<AccessLog> unused) {
    return observation
        .metrics()
        .map(metrics -> new StageMetrics(metrics, observation.seriesLimit(), stage));
  }

  @Override
  public void ends(Exchange exchange) {
    MethodInfo method = exchange.method();
    Series series = method == null ? whole : byMethod.computeIfAbsent(method, newSeries);
    if (method != null && method.takesMessages()) {
      messages().ended(exchange, method.resourcePath(), series);
      return;
    }
    CallRecord record = exchange.record();
    Labels traced = traced(record.trace());
    long nanos = record.nanos();
    series.request(nanos / NANOS_PER_MILLI, traced);
    if (record.integrationNanos() >= 0) {
      integration(exchange, series, traced);
    }
    if (processed != null) {
      processed.inc(exchange.dataProcessed());
    }
    if (record.isCacheHit() || record.isCacheMiss()) {
      series.cache(record.isCacheHit());
    }
    webAcl(exchange);
    authorizer(record);
    duration(exchange, series, traced, nanos / NANOS_PER_SECOND);
  }

  @Override
  public void sent() {
    messages().sent();
  }

  @Override
  public void connections(int change) {
    messages().connections(change);
  }

  private MessageMetrics messages() {
    MessageMetrics known = messages;
    if (known == null) {
      known = new MessageMetrics(metrics, stage.apiId(), stage.stage());
      messages = known;
    }
    return known;
  }

  /** What names a request that is traced. */
  private static @Nullable Labels traced(CallTrace trace) {
    String traceId = trace.recordedTraceId();
    String spanId = trace.recordedSpanId();
    return traceId == null || spanId == null
        ? null
        : Labels.of(Exemplar.TRACE_ID, traceId, Exemplar.SPAN_ID, spanId);
  }

  private static void integration(Exchange exchange, Series series, @Nullable Labels traced) {
    CallRecord record = exchange.record();
    long nanos = record.integrationNanos();
    series.integration(record.callee().kind(), nanos / NANOS_PER_MILLI, traced);
    if (record.callee().kind() != Kind.HTTP) {
      return;
    }
    int code = record.integrationStatus();
    String status = code == 0 ? "" : Integer.toString(code);
    String error =
        code == 0
            ? exchange.context().text(ContextVariable.ERROR_RESPONSE_TYPE, "_OTHER")
            : code >= 400 ? status : "";
    series.call(
        record.callee().method() + record.callee().host() + " " + status + error,
        nanos / NANOS_PER_SECOND,
        traced,
        record.callee().method(),
        record.callee().host(),
        status,
        error);
  }

  private Series series(MethodInfo method) {
    boolean own =
        stage
            .byVerb(method, (verb, settings) -> Boolean.TRUE.equals(settings.metrics()))
            .any(metered -> metered);
    return own ? new Series(metrics, limit, stage, method) : whole;
  }

  /** Counts an error by its type, whatever status a gateway response was given; "" for none. */
  private String error(Exchange exchange, Series series) {
    if (exchange.failed()) {
      String type = exchange.context().text(ContextVariable.ERROR_RESPONSE_TYPE, "");
      series.error(Blame.of(exchange) == Blame.CLIENT, type);
      refused(exchange, type);
      return type;
    }
    if (exchange.status() < 400) {
      return "";
    }
    series.error(exchange.status() < 500, BACKEND);
    return Integer.toString(exchange.status());
  }

  private void refused(Exchange exchange, String type) {
    String by = exchange.record().limit();
    if (type.equals(GatewayResponseType.THROTTLED.name())) {
      metrics.throttled.labelValues(by, stage.apiId(), stage.stage()).inc();
    } else if (type.equals(GatewayResponseType.QUOTA_EXCEEDED.name())) {
      metrics.quotaExceeded.labelValues(by).inc();
    }
  }

  private void webAcl(Exchange exchange) {
    Ended ended = exchange.record().phase(Phase.WAF);
    WebAclOutcome outcome = ended == null ? null : exchange.context().left(WebAclOutcome.class);
    if (ended == null || outcome == null) {
      return;
    }
    String acl = outcome.acl();
    String action = outcome.allowed() ? "allow" : "block";
    metrics.webAclRequests.labelValues(acl, outcome.rule(), action).inc();
    counted(acl, outcome.counted());
    for (WebAclOutcome.Group group : outcome.groups()) {
      counted(acl, group.counted());
      if (group.rule().isEmpty()) {
        metrics.webAclRequests.labelValues(acl, group.asker(), "pass").inc();
      }
    }
    metrics.webAclLatency.labelValues(acl).observe(ended.millis() / 1e3);
  }

  private void counted(String acl, List<String> rules) {
    rules.forEach(rule -> metrics.webAclRequests.labelValues(acl, rule, "count").inc());
  }

  private void authorizer(CallRecord record) {
    String name = record.authorizer();
    Ended ended = record.phase(Phase.AUTHORIZER);
    if (name.isEmpty() || ended == null) {
      return;
    }
    Ended decided = record.phase(Phase.AUTHORIZE);
    String outcome =
        switch (ended.status() == 200 && decided != null ? decided.status() : ended.status()) {
          case 200 -> "allow";
          case 401 -> "unauthorized";
          case 403 -> "deny";
          default -> "error";
        };
    String cached = Boolean.toString(record.authorizerKnew());
    metrics.authorizerCalls.labelValues(name, outcome, cached).inc();
    metrics.authorizerLatency.labelValues(name).observe((double) ended.millis());
  }

  private void duration(Exchange exchange, Series series, @Nullable Labels traced, double seconds) {
    String error = error(exchange, series);
    series.duration(
        new Series.Answered(
            exchange.method() == null ? "_OTHER" : exchange.route().httpMethod(),
            exchange.status(),
            exchange.head().secure(),
            exchange.context().text(ContextVariable.PROTOCOL, ""),
            error),
        seconds,
        traced);
  }
}
