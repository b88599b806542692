package io.gatemason.runtime.observe;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The instruments of a service. A label that does not apply is empty, which is the same as none.
 * Safe for concurrent use. Source: {@code docs/operations.md#metrics}.
 */
final class Metrics {
  private static final String[] WHERE = {"api", "stage", "canary", "resource", "method"};
  private static final double[] MILLIS = {
    5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000, 29000
  };
  private static final String[] CALLED = with("integration_type");
  private static final double[] SECONDS =
      Arrays.stream(MILLIS).map(millis -> millis / 1_000).toArray();

  /** Most time series of requests; one more for each metric holds what would be beyond. */
  static final int MOST_SERIES = 10_000;

  /** How many series a histogram has for each set of labels: its buckets, count and sum. */
  static final int HISTOGRAM_SERIES = MILLIS.length + 3;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final ExpositionFormats formats = ExpositionFormats.init();

  final Counter requests = counter("apigateway_requests", "Requests.", WHERE);
  final Counter clientErrors =
      counter("apigateway_client_errors", "Answers that blame the client.", with("response_type"));
  final Counter serverErrors =
      counter("apigateway_server_errors", "Answers that blame the server.", with("response_type"));
  final Counter cacheHits = counter("apigateway_cache_hits", "Answers from the cache.", WHERE);
  final Counter cacheMisses =
      counter("apigateway_cache_misses", "Answers that the cache did not have.", WHERE);
  final Counter throttled =
      counter("apigateway_throttled", "Requests refused by a throttle.", "level", "api", "stage");
  final Counter quotaExceeded =
      counter("apigateway_quota_exceeded", "Requests refused by a quota.", "plan");
  final Counter authorizerCalls =
      counter(
          "apigateway_authorizer_calls",
          "Callers judged by Lambda authorizers.",
          "authorizer",
          "outcome",
          "cached");
  final Histogram authorizerLatency =
      histogram(
          "apigateway_authorizer_latency_milliseconds",
          "How long Lambda authorizers took.",
          MILLIS,
          "authorizer");
  final Counter webAclRequests =
      counter("waf_requests", "Requests by what web ACLs made of them.", "acl", "rule", "action");
  final Histogram webAclLatency =
      histogram("waf_latency_seconds", "How long web ACLs took.", SECONDS, "acl");
  final Histogram latency;
  final Histogram integrationLatency;
  final Histogram clientDuration =
      histogram(
          "http_client_request_duration_seconds",
          "From the call of an HTTP backend to its answer.",
          SECONDS,
          "http_request_method",
          "server_address",
          "http_response_status_code",
          "error_type");
  final Counter dataProcessed =
      counter(
          "apigateway_data_processed_bytes",
          "Bytes of bodies of requests to HTTP APIs and of their answers.",
          "api",
          "stage");
  final Counter connects =
      counter(
          "apigateway_websocket_connects",
          "Connections that the integration of $connect was asked about.",
          "api",
          "stage");
  final Gauge connections =
      Gauge.builder()
          .name("apigateway_websocket_connections")
          .help("Open connections.")
          .labelNames("api", "stage")
          .register(registry);
  final Counter messages =
      counter(
          "apigateway_websocket_messages",
          "Messages from clients and to them.",
          "api",
          "stage",
          "direction");
  final Counter messageErrors =
      counter("apigateway_websocket_errors", "Messages that failed.", "api", "stage", "kind");
  final Histogram serverDuration;

  /**
   * The instruments, and those of the Java machine.
   *
   * @param droppedLines how many lines of logs were dropped
   * @param backends the connections to HTTP backends
   * @param exemplars whether latencies name requests that were traced
   */
  Metrics(LongSupplier droppedLines, Supplier<BackendConnections> backends, boolean exemplars) {
    GaugeWithCallback.builder()
        .name("gatemason_backend_connections")
        .help("Connections to HTTP backends, and requests that wait for one.")
        .labelNames("state")
        .callback(gauge -> tell(backends.get(), gauge))
        .register(registry);
    this.latency =
        histogram(
            exemplars,
            "apigateway_latency_milliseconds",
            "From the request to its answer.",
            MILLIS,
            WHERE);
    this.integrationLatency =
        histogram(
            exemplars,
            "apigateway_integration_latency_milliseconds",
            "From the call of an integration to its answer.",
            MILLIS,
            CALLED);
    this.serverDuration =
        histogram(
            exemplars,
            "http_server_request_duration_seconds",
            "From the request to its answer.",
            SECONDS,
            "http_request_method",
            "http_route",
            "http_response_status_code",
            "url_scheme",
            "network_protocol_version",
            "error_type");
    JvmMetrics.builder().register(registry);
    CounterWithCallback.builder()
        .name("gatemason_log_lines_dropped")
        .help("Lines of logs that could not be written in time.")
        .callback(counter -> counter.call((double) droppedLines.getAsLong()))
        .register(registry);
  }

  private static void tell(BackendConnections connections, GaugeWithCallback.Callback gauge) {
    gauge.call(connections.active(), "active");
    gauge.call(connections.idle(), "idle");
    gauge.call(connections.waiting(), "waiting");
  }

  /** All series. */
  PrometheusRegistry registry() {
    return registry;
  }

  /** All series as text, in the format that {@code accept} asks for. */
  Exposition text(String accept) {
    ExpositionFormatWriter writer =
        accept.contains("application/openmetrics-text")
            ? formats.getOpenMetricsTextFormatWriter()
            : formats.getPrometheusTextFormatWriter();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    write(writer, text);
    return new Exposition(writer.getContentType(), text.toByteArray());
  }

  private void write(ExpositionFormatWriter writer, OutputStream out) {
    try {
      writer.write(out, registry.scrape());
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .withoutExemplars()
        .register(registry);
  }

  private Histogram histogram(String name, String help, double[] bounds, String... labels) {
    return histogram(false, name, help, bounds, labels);
  }

  private Histogram histogram(
      boolean exemplars, String name, String help, double[] bounds, String... labels) {
    Histogram.Builder builder =
        Histogram.builder()
            .name(name)
            .help(help)
            .classicOnly()
            .classicUpperBounds(bounds)
            .labelNames(labels);
    return (exemplars ? builder.withExemplars() : builder.withoutExemplars()).register(registry);
  }

  private static String[] with(String further) {
    String[] labels = Arrays.copyOf(WHERE, WHERE.length + 1);
    labels[WHERE.length] = further;
    return labels;
  }
}
