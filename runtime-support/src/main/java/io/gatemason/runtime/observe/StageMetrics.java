package io.gatemason.runtime.observe;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.CallRecord;
import io.gatemason.runtime.exchange.CallRecord.Ended;
import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.failure.GatewayResponseType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
  private final Map<MethodInfo, Series> byMethod = new ConcurrentHashMap<>();

  private StageMetrics(Metrics metrics, SeriesLimit limit, ApiInfo stage) {
    this.metrics = metrics;
    this.limit = limit;
    this.stage = stage;
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
    Series series = method == null ? whole : byMethod.computeIfAbsent(method, this::series);
    CallRecord record = exchange.record();
    long nanos = record.nanos();
    series.request(nanos / NANOS_PER_MILLI);
    long integration = record.integrationNanos();
    if (integration >= 0) {
      series.integration(integration / NANOS_PER_MILLI);
    }
    if (record.isCacheHit() || record.isCacheMiss()) {
      series.cache(record.isCacheHit());
    }
    authorizer(record);
    duration(exchange, series, nanos / NANOS_PER_SECOND, error(exchange, series));
  }

  private Series series(MethodInfo method) {
    boolean own =
        Boolean.TRUE.equals(
            stage.settings().of(method.httpMethod(), method.resourcePath()).metrics());
    return own ? new Series(metrics, limit, stage, method) : whole;
  }

  /** Counts an error by its type, whatever status a gateway response was given; "" for none. */
  private String error(Exchange exchange, Series series) {
    if (exchange.failed()) {
      String type = exchange.context().text(ContextVariable.ERROR_RESPONSE_TYPE, "");
      series.error(GatewayResponseType.valueOf(type).clientError(), type);
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

  private void authorizer(CallRecord record) {
    String name = record.authorizer();
    Ended ended = record.phase(Phase.AUTHORIZER);
    if (name.isEmpty() || ended == null) {
      return;
    }
    String outcome =
        switch (ended.status()) {
          case 200 -> "allow";
          case 401 -> "unauthorized";
          case 403 -> "deny";
          default -> "error";
        };
    String cached = Boolean.toString(record.authorizerKnew());
    metrics.authorizerCalls.labelValues(name, outcome, cached).inc();
    metrics.authorizerLatency.labelValues(name).observe((double) ended.millis());
  }

  private static void duration(Exchange exchange, Series series, double seconds, String error) {
    String verb = exchange.method() == null ? "_OTHER" : exchange.route().httpMethod();
    String status = Integer.toString(exchange.status());
    String scheme = exchange.head().secure() ? "https" : "http";
    String protocol = exchange.context().text(ContextVariable.PROTOCOL, "");
    String version = protocol.substring(protocol.indexOf('/') + 1);
    series.duration(
        verb + status + scheme + version + error,
        seconds,
        verb,
        series.resource(),
        status,
        scheme,
        version,
        error);
  }
}
