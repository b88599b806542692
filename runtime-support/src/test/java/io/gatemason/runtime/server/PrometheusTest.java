package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.service.Services;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Metrics as Prometheus of this machine takes them; skipped where there is none. */
@Timeout(90)
class PrometheusTest {
  private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private int management;
  private GatewayServer server;

  @BeforeEach
  void start() throws IOException {
    TestApi api =
        new TestApi(ApiInfo.of("shop", "prod"))
            .method("GET", "/things/{id}", exchange -> exchange.answer(200).send())
            .method("GET", "/lost", exchange -> exchange.answer(404).send());
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
    RawClient.get(server.port(), "/prod/things/7");
    RawClient.get(server.port(), "/prod/lost");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private String run(Path input, String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    if (input != null) {
      builder.redirectInput(input.toFile());
    }
    Process process = builder.start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return process.exitValue() + "\n" + Files.readString(out);
  }

  @Test
  void promtoolHasNoErrorsToTell() throws Exception {
    assumeTrue(Files.isExecutable(PROMTOOL), "no promtool");
    Path text =
        Files.writeString(
            folder.resolve("metrics"), get("http://localhost:" + management + "/metrics"));
    String said = run(text, PROMTOOL.toString(), "check", "metrics");
    // Exit code 3 is for remarks of its linter, such as on milliseconds (ADR 28).
    assertTrue(said.startsWith("0\n") || said.startsWith("3\n"), said);
    assertEquals(
        List.of(),
        said.lines()
            .skip(1)
            .filter(line -> !line.contains("milliseconds") && !line.contains("jvm_"))
            .toList());
  }

  @Test
  void alertRulesAreValid() throws Exception {
    assumeTrue(Files.isExecutable(PROMTOOL), "no promtool");
    Path rules = Path.of("../docs/monitoring/alerts.yaml").toAbsolutePath().normalize();
    String said = run(null, PROMTOOL.toString(), "check", "rules", rules.toString());
    assertTrue(said.startsWith("0\n"), said);
  }

  @Test
  void prometheusScrapesIt() throws Exception {
    assumeTrue(Files.isExecutable(PROMETHEUS), "no Prometheus");
    int port = freePort();
    Path config =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            """
            scrape_configs:
              - job_name: gateway
                scrape_interval: 1s
                static_configs: [{targets: ["localhost:%d"]}]
            """
                .formatted(management));
    Process process =
        new ProcessBuilder(
                PROMETHEUS.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    try {
      String query = "sum(apigateway_requests_total{api=\"shop\",stage=\"prod\"})";
      assertEquals("2", eventually(port, query));
      assertEquals("1", eventually(port, "up{job=\"gateway\"}"));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** The value of a query as soon as Prometheus has scraped, "" if it does not. */
  private static String eventually(int port, String query) throws InterruptedException {
    String url =
        "http://127.0.0.1:"
            + port
            + "/api/v1/query?query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8);
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      try {
        JsonNode result = new ObjectMapper().readTree(get(url)).path("data").path("result");
        if (!result.isEmpty()) {
          return result.path(0).path("value").path(1).asText();
        }
      } catch (IOException e) {
        String said = String.valueOf(e.getMessage());
        assertTrue(Instant.now().isBefore(end), () -> "it does not listen: " + said);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
    return "";
  }
}
