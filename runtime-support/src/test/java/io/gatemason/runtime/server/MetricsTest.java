package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.GatewayAnswer;
import io.gatemason.runtime.failure.LimitFailures;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The metrics of a service, as its management listener shows them. */
class MetricsTest {
  private static final String WHERE =
      "{api=\"shop\",canary=\"\",method=\"\",resource=\"\",stage=\"prod\"}";
  private static final String DETAILED =
      "{api=\"shop\",canary=\"\",method=\"GET\",resource=\"/things/{id}\",stage=\"prod\"}";

  private int management;
  private GatewayServer server;

  @BeforeEach
  void start() throws IOException {
    StageSettings settings =
        StageSettings.NONE.methods("GET", "/things/{id}", MethodSettings.NONE.metrics(true));
    TestApi api =
        new TestApi(ApiInfo.builder("shop", "prod").settings(settings).build())
            .method("GET", "/things/{id}", exchange -> exchange.answer(200).send())
            .method("GET", "/lost", exchange -> exchange.answer(404).send())
            .method(
                "GET",
                "/refused",
                exchange -> {
                  exchange.record().limited("plan");
                  throw LimitFailures.throttled("too many");
                })
            .method(
                "GET",
                "/cached",
                exchange -> {
                  exchange.record().looksIntoCache(true);
                  exchange.record().integrationBegins();
                  exchange.answer(200).send();
                })
            .gatewayResponses(
                (exchange, failure) -> GatewayAnswer.of(exchange, failure).status(200).send());
    Config config =
        Config.just(
            ConfigSources.create(
                Map.of(
                    "server.port", "0",
                    "server.host", "127.0.0.1",
                    "gateway.management.port", "0")));
    server =
        GatewayServer.start(
            GatewaySettings.of(config), Services.open(config), services -> List.of(api));
    management = server.managementPort().orElseThrow();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private HttpResponse<String> scrape(String accept) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + management + "/metrics"))
              .header("Accept", accept)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /** Series of the service itself by name and labels; labels are sorted by name. */
  private Map<String, String> series() throws IOException, InterruptedException {
    return scrape("text/plain")
        .body()
        .lines()
        .filter(line -> line.startsWith("apigateway_") || line.startsWith("http_server"))
        .collect(
            Collectors.toMap(
                line -> sorted(line.substring(0, line.lastIndexOf(' '))),
                line -> line.substring(line.lastIndexOf(' ') + 1)));
  }

  private static String sorted(String series) {
    int start = series.indexOf("{");
    if (start < 0) {
      return series;
    }
    String labels = series.substring(start + 1, series.length() - 1);
    return series.substring(0, start)
        + List.of(labels.split(",")).stream().sorted().collect(Collectors.joining(",", "{", "}"));
  }

  private void get(String path) throws IOException {
    RawClient.get(server.port(), "/prod" + path);
  }

  @Test
  void countsRequestsByStageAndWhereWantedByMethod() throws Exception {
    get("/things/7");
    get("/things/8");
    get("/lost");
    get("/nowhere");
    Map<String, String> series = series();
    assertEquals("2.0", series.get("apigateway_requests_total" + DETAILED));
    assertEquals("2.0", series.get("apigateway_requests_total" + WHERE));
    assertEquals("2", series.get("apigateway_latency_milliseconds_count" + DETAILED));
    assertEquals(
        "2",
        series.get(
            "http_server_request_duration_seconds_count{error_type=\"\","
                + "http_request_method=\"GET\",http_response_status_code=\"200\","
                + "http_route=\"/things/{id}\",network_protocol_version=\"1.1\","
                + "url_scheme=\"http\"}"));
  }

  @Test
  void countsErrorsByTheirTypeWhateverStatusTheyGet() throws Exception {
    get("/lost");
    get("/refused");
    get("/refused");
    Map<String, String> series = series();
    String labels = "{api=\"shop\",canary=\"\",method=\"\",resource=\"\",response_type=\"%s\"";
    String end = ",stage=\"prod\"}";
    assertEquals(
        "1.0", series.get("apigateway_client_errors_total" + labels.formatted("backend") + end));
    assertEquals(
        "2.0", series.get("apigateway_client_errors_total" + labels.formatted("THROTTLED") + end));
    assertEquals(
        "2.0",
        series.get("apigateway_throttled_total{api=\"shop\",level=\"plan\",stage=\"prod\"}"));
  }

  @Test
  void countsHitsAndTimesIntegrations() throws Exception {
    get("/cached");
    Map<String, String> series = series();
    assertEquals("1.0", series.get("apigateway_cache_hits_total" + WHERE));
    assertEquals(
        "1",
        series.get(
            "apigateway_integration_latency_milliseconds_count"
                + WHERE.replace("method=", "integration_type=\"http\",method=")));
  }

  @Test
  void speaksBothFormatsAndTellsOfTheMachine() throws Exception {
    HttpResponse<String> text = scrape("*/*");
    assertTrue(text.headers().firstValue("Content-Type").get().startsWith("text/plain"));
    assertTrue(text.body().contains("jvm_memory_used_bytes"), text.body());
    assertTrue(text.body().contains("gatemason_log_lines_dropped_total 0"), text.body());
    HttpResponse<String> open = scrape("application/openmetrics-text; version=1.0.0");
    assertTrue(
        open.headers().firstValue("Content-Type").get().startsWith("application/openmetrics-text"));
    assertTrue(open.body().endsWith("# EOF\n"), open.body());
    assertFalse(open.body().contains("shop/7"), open.body());
  }
}
