package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.CallTrace.Called;
import io.gatemason.runtime.exchange.CallTrace.Callee;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.failure.LimitFailures;
import io.gatemason.runtime.observe.AccessLog;
import io.gatemason.runtime.otlp.OtlpCollector;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.stage.LogLevel;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics and logs as a collector and CloudWatch get them. */
class OtlpExportTest {
  @TempDir Path folder;

  private final OtlpCollector collector = new OtlpCollector();
  private final Map<String, String> settings = new HashMap<>();

  @AfterEach
  void close() {
    collector.close();
  }

  private GatewayServer start(ApiInfo info) {
    settings.put("server.port", "0");
    settings.put("server.host", "127.0.0.1");
    settings.put("gateway.otlp.endpoint", collector.url());
    TestApi api =
        new TestApi(info)
            .accessLog(
                new AccessLog(
                    "orders",
                    line ->
                        line.text("{\"id\":\"")
                            .json(ContextVariable.REQUEST_ID)
                            .text("\",\"agent\":\"")
                            .json(ContextVariable.IDENTITY_USER_AGENT)
                            .text("\"}")))
            .method(
                "GET",
                "/things/{id}",
                exchange -> {
                  exchange
                      .record()
                      .calls(new Callee(Called.Kind.HTTP, "POST", "backend.example.com"));
                  exchange.record().integrationBegins();
                  exchange.record().integrationAnswered(200, 200);
                  exchange.answer(200).send();
                })
            .method(
                "GET",
                "/refused",
                exchange -> {
                  throw LimitFailures.throttled("too many");
                });
    Config config = Config.just(ConfigSources.create(settings));
    return GatewayServer.start(
        GatewaySettings.of(config), Services.open(config), services -> List.of(api));
  }

  private static ApiInfo stage(boolean traced) {
    return ApiInfo.builder("shop", "prod")
        .name("Pét Shop")
        .settings(
            StageSettings.NONE
                .traced(traced)
                .methods("GET", "/things/{id}", MethodSettings.NONE.metrics(true)))
        .build();
  }

  private static Map<String, String> attributes(NumberDataPoint point) {
    return OtlpCollector.attributes(point.getAttributesList());
  }

  @Test
  void metricsAreSentUnderTheNamesOfOpenTelemetryWithExemplars() throws IOException {
    settings.put("gateway.otlp.metrics-interval", "PT1H");
    settings.put("gateway.tracing.rate", "100");
    GatewayServer server = start(stage(true));
    RawClient.get(server.port(), "/prod/things/7");
    RawClient.get(server.port(), "/prod/things/8");
    server.stop();
    assertEquals(List.of(), collector.faults());
    Map<String, Metric> metrics = collector.metrics();
    NumberDataPoint requests =
        metrics.get("apigateway.requests").getSum().getDataPointsList().stream()
            .filter(point -> attributes(point).containsKey("resource"))
            .findFirst()
            .orElseThrow();
    assertEquals(2, requests.getAsDouble());
    assertEquals(
        Map.of("api", "shop", "stage", "prod", "resource", "/things/{id}", "method", "GET"),
        attributes(requests));
    assertTrue(metrics.get("apigateway.requests").getSum().getIsMonotonic());
    Metric latency = metrics.get("apigateway.latency");
    assertEquals("ms", latency.getUnit());
    assertEquals(
        AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE,
        latency.getHistogram().getAggregationTemporality());
    HistogramDataPoint point =
        latency.getHistogram().getDataPointsList().stream()
            .filter(each -> each.getCount() == 2)
            .findFirst()
            .orElseThrow();
    assertEquals(15, point.getExplicitBoundsCount());
    assertEquals(16, point.getBucketCountsCount());
    assertEquals(2, point.getBucketCountsList().stream().mapToLong(Long::longValue).sum());
    Exemplar exemplar = point.getExemplars(0);
    assertTrue(
        collector.spans().stream().map(Span::getSpanId).anyMatch(exemplar.getSpanId()::equals),
        "an exemplar names a span that was sent");
    assertTrue(exemplar.getTimeUnixNano() > 0);
    Metric calls = metrics.get("http.client.request.duration");
    assertEquals("s", calls.getUnit());
    assertEquals(
        Map.of(
            "http.request.method", "POST",
            "server.address", "backend.example.com",
            "http.response.status_code", "200"),
        OtlpCollector.attributes(calls.getHistogram().getDataPoints(0).getAttributesList()));
    assertTrue(metrics.containsKey("jvm_memory_used_bytes"), metrics.keySet().toString());
    assertTrue(metrics.containsKey("http.client.open_connections"));
  }

  @Test
  void openMetricsShowExemplarsOfTracedRequests() throws Exception {
    int management;
    try (ServerSocket socket = new ServerSocket(0)) {
      management = socket.getLocalPort();
    }
    settings.put("gateway.management.port", Integer.toString(management));
    settings.put("gateway.tracing.rate", "100");
    GatewayServer server = start(stage(true));
    try (HttpClient client = HttpClient.newHttpClient()) {
      RawClient.get(server.port(), "/prod/things/7");
      Pattern exemplar =
          Pattern.compile(
              "apigateway_latency_milliseconds_bucket.* # \\{span_id=\"[0-9a-f]{16}\","
                  + "trace_id=\"[0-9a-f]{32}\"\\} ");
      HttpRequest metrics =
          HttpRequest.newBuilder(URI.create("http://localhost:" + management + "/metrics"))
              .header("Accept", "application/openmetrics-text; version=1.0.0")
              .build();
      // A request is counted when it has been answered, which the client may learn before.
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            while (!exemplar
                .matcher(client.send(metrics, HttpResponse.BodyHandlers.ofString()).body())
                .find()) {
              Thread.onSpinWait();
            }
          });
    } finally {
      server.stop();
    }
  }

  @Test
  void logsGoToTheCollectorWithTheLastLine() throws IOException {
    settings.put("gateway.logs.orders.sink", "otlp");
    GatewayServer server = start(stage(false));
    for (int i = 0; i < 20; i++) {
      RawClient.get(server.port(), "/prod/things/7", "User-Agent: a\"b");
    }
    server.stop();
    assertEquals(List.of(), collector.faults());
    assertEquals(20, collector.logs().size());
    JsonNode line =
        new ObjectMapper().readTree(collector.logs().getLast().getBody().getStringValue());
    assertEquals("a\"b", line.path("agent").asText());
    assertEquals(
        "orders",
        OtlpCollector.attributes(collector.logs().getFirst().getAttributesList())
            .get("log.destination"));
  }

  @Test
  void linesOfTracedRequestsNameTheSpanOfTheirRequest() throws IOException {
    settings.put("gateway.logs.orders.sink", "otlp");
    settings.put("gateway.logs.API-Gateway-Execution-Logs_shop/prod.sink", "otlp");
    settings.put("gateway.tracing.rate", "0");
    settings.put("gateway.tracing.reservoir", "0");
    MethodSettings logged = MethodSettings.NONE.logLevel(LogLevel.INFO);
    StageSettings stage = StageSettings.NONE.traced(true).methods("*", "*", logged);
    GatewayServer server = start(ApiInfo.builder("shop", "prod").settings(stage).build());
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0";
    RawClient.get(server.port(), "/prod/things/7", "traceparent: " + trace + "1");
    RawClient.get(server.port(), "/prod/things/8", "traceparent: " + trace + "0");
    server.stop();
    assertEquals(List.of(), collector.faults());
    Span span = collector.spans().getFirst();
    Map<Boolean, List<LogRecord>> lines =
        collector.logs().stream()
            .collect(Collectors.partitioningBy(line -> line.getTraceId().isEmpty()));
    for (LogRecord line : lines.get(false)) {
      assertEquals(span.getTraceId(), line.getTraceId());
      assertEquals(span.getSpanId(), line.getSpanId());
      assertEquals(1, line.getFlags());
    }
    for (List<LogRecord> each : lines.values()) {
      assertEquals(
          Set.of("orders", "API-Gateway-Execution-Logs_shop/prod"),
          each.stream()
              .map(line -> OtlpCollector.attributes(line.getAttributesList()))
              .map(attributes -> attributes.get("log.destination"))
              .collect(Collectors.toSet()));
    }
  }

  @Test
  void embeddedMetricsAreThoseOfTheManagedService() throws IOException {
    Path file = folder.resolve("emf.log");
    settings.put("gateway.logs.orders.sink", "emf");
    settings.put("gateway.logs.orders.path", file.toString());
    GatewayServer server = start(stage(false));
    RawClient.get(server.port(), "/prod/things/7", "User-Agent: a\"b");
    RawClient.get(server.port(), "/prod/refused");
    server.stop();
    // Lines are written when answers have been sent, so the second may be first.
    List<String> lines =
        Files.readAllLines(file).stream()
            .sorted(Comparator.comparing(line -> !line.contains("IntegrationLatency")))
            .toList();
    assertEquals(2, lines.size());
    JsonNode ok = new ObjectMapper().readTree(lines.get(0));
    JsonNode directive = ok.path("_aws").path("CloudWatchMetrics").path(0);
    assertEquals("AWS/ApiGateway", directive.path("Namespace").asText());
    assertEquals(
        "[[\"ApiName\"],[\"ApiName\",\"Stage\"],[\"ApiName\",\"Stage\",\"Resource\",\"Method\"]]",
        directive.path("Dimensions").toString());
    for (JsonNode metric : directive.path("Metrics")) {
      assertTrue(ok.path(metric.path("Name").asText()).isNumber(), lines.get(0));
    }
    directive
        .path("Dimensions")
        .forEach(set -> set.forEach(name -> assertTrue(ok.path(name.asText()).isTextual())));
    assertEquals("Pt Shop", ok.path("ApiName").asText());
    assertEquals(1, ok.path("Count").asInt());
    assertTrue(ok.has("IntegrationLatency"));
    assertEquals(
        "a\"b", new ObjectMapper().readTree(ok.path("log").asText()).path("agent").asText());
    JsonNode refused = new ObjectMapper().readTree(lines.get(1));
    assertEquals(1, refused.path("4XXError").asInt());
    assertEquals(0, refused.path("5XXError").asInt());
    assertFalse(refused.has("IntegrationLatency"));
    assertFalse(refused.has("Resource"));
  }

  @Test
  void whatNeedsACollectorSaysSo() {
    Config logs =
        Config.just(
            ConfigSources.create(
                Map.of("gateway.otlp.metrics-interval", "PT1M", "server.port", "0")));
    TestApi api = new TestApi(ApiInfo.of("one", "prod"));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    GatewayServer.start(
                        GatewaySettings.of(logs), Services.open(logs), services -> List.of(api)))
            .getMessage();
    assertTrue(message.contains("gateway.otlp.endpoint"), message);
  }
}
