package io.gatemason.runtime.observe;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
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

/**
 * The instruments of a service. A label that does not apply is empty, which is the same as none.
 * Safe for concurrent use. Source: {@code docs/operations.md#metrics}.
 */
final class Metrics {
  private static final String[] WHERE = {"api", "stage", "canary", "resource", "method"};
  private static final double[] MILLIS = {
    5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000, 29000
  };
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
      counter("apigateway_client_errors", "Answers that blame the client.", whereAndType());
  final Counter serverErrors =
      counter("apigateway_server_errors", "Answers that blame the server.", whereAndType());
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
  final Histogram latency =
      histogram(
          "apigateway_latency_milliseconds", "From the request to its answer.", MILLIS, WHERE);
  final Histogram integrationLatency =
      histogram(
          "apigateway_integration_latency_milliseconds",
          "From the call of an integration to its answer.",
          MILLIS,
          WHERE);
  final Histogram serverDuration =
      histogram(
          "http_server_request_duration_seconds",
          "From the request to its answer.",
          SECONDS,
          "http_request_method",
          "http_route",
          "http_response_status_code",
          "url_scheme",
          "network_protocol_version",
          "error_type");

  /** The instruments, and those of the Java machine. */
  Metrics(LongSupplier droppedLines) {
    JvmMetrics.builder().register(registry);
    CounterWithCallback.builder()
        .name("gatemason_log_lines_dropped")
        .help("Lines of logs that could not be written in time.")
        .callback(counter -> counter.call((double) droppedLines.getAsLong()))
        .register(registry);
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
    return Histogram.builder()
        .name(name)
        .help(help)
        .classicOnly()
        .classicUpperBounds(bounds)
        .labelNames(labels)
        .withoutExemplars()
        .register(registry);
  }

  private static String[] whereAndType() {
    String[] labels = Arrays.copyOf(WHERE, WHERE.length + 1);
    labels[WHERE.length] = "response_type";
    return labels;
  }
}
