package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.generator.describe.ApiFeatures;
import io.gatemason.runtime.json.Json;
import io.gatemason.templates.FileTemplates;
import io.gatemason.templates.MonitoringTemplate;
import io.gatemason.templates.view.MonitoredApiView;
import io.gatemason.templates.view.MonitoringView;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboard and the alert rules of a service, judged by those who read them. Skipped where
 * these programs are not on the machine.
 */
class MonitoringTest {
  private static final Path SOURCE = Path.of("src/test/resources/monitoring");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final long MOST_SECONDS = 40;

  @TempDir Path folder;

  private GenerationRequest request;
  private String dashboard;
  private Path alerts;

  @BeforeEach
  void fill() throws IOException {
    request = GenerationRequest.of(SOURCE, folder.resolve("java"), "com.example.monitoring");
    List<MonitoredApiView> apis =
        Generator.check(request).documents().stream().map(MonitoringTest::view).toList();
    assertEquals(
        List.of(
            new MonitoredApiView(
                "shop", "Flower \"shop\"", true, true, true, true, true, false, List.of("users")),
            new MonitoredApiView(
                "Chat", "chat", true, false, false, false, false, true, List.of())),
        apis);
    MonitoringView service = new MonitoringView("flowers", apis);
    dashboard = new FileTemplates().fill(MonitoringTemplate.DASHBOARD, service);
    alerts =
        Files.writeString(
            folder.resolve("alerts.yaml"),
            new FileTemplates().fill(MonitoringTemplate.ALERTS, service));
  }

  private static MonitoredApiView view(GenerationResult.Document document) {
    ApiFeatures has = document.features();
    return new MonitoredApiView(
        document.apiId(),
        has.title(),
        has.backends(),
        has.caches(),
        has.methods(),
        has.limits(),
        has.quotas(),
        has.messages(),
        has.authorizers());
  }

  @Test
  void promtoolTakesTheAlertRules() throws Exception {
    require("promtool");
    String said = run("promtool", "check", "rules", alerts.toString());
    assertTrue(said.contains("SUCCESS: 10 rules found"), said);
    String generic = run("promtool", "check", "rules", "../docs/monitoring/alerts.yaml");
    assertTrue(generic.contains("SUCCESS"), generic);
  }

  @Test
  void everyExpressionOfTheDashboardReturnsASeries() throws Exception {
    require("prometheus");
    Map<String, String> settings =
        Map.of(
            "gateway.management.port", "0",
            "gateway.aws.endpoint-url", "http://127.0.0.1:1025",
            "gateway.authorizers.timeout", "PT1S");
    try (GeneratedService service =
        GeneratedService.start(request, folder.resolve("classes"), settings)) {
      int port = freePort();
      Process prometheus = prometheus(port, service.managementPort());
      try {
        List<String> left = expressions();
        assertFalse(left.isEmpty());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (!left.isEmpty() && System.nanoTime() < end) {
          traffic(service);
          left.removeIf(expression -> returnsASeries(port, expression));
        }
        assertEquals(List.of(), left, () -> "see " + folder.resolve("prometheus.log"));
      } finally {
        prometheus.destroy();
        prometheus.waitFor();
      }
    }
  }

  @Test
  void theDashboardHasTheTypesThatGrafanaPublishes() throws Exception {
    require("node", "npm");
    Path types = Path.of("target/grafana").toAbsolutePath();
    Files.createDirectories(types);
    if (Files.notExists(types.resolve("node_modules/@grafana/schema/package.json"))) {
      Files.writeString(types.resolve("package.json"), "{\"private\": true}");
      Process npm =
          new ProcessBuilder(
                  "npm",
                  "install",
                  "--ignore-scripts",
                  "--no-audit",
                  "--no-fund",
                  "--no-save",
                  "@grafana/schema@13.2.3",
                  "typescript@5.9.3")
              .directory(types.toFile())
              .redirectErrorStream(true)
              .redirectOutput(types.resolve("npm.log").toFile())
              .start();
      boolean installed = npm.waitFor(180, TimeUnit.SECONDS) && npm.exitValue() == 0;
      npm.destroyForcibly();
      assumeTrue(installed, "skipped: npm cannot get @grafana/schema");
    }
    Files.writeString(
        types.resolve("dashboard.ts"),
        "import type {Dashboard} from '@grafana/schema';\nexport const dashboard: Dashboard = "
            + dashboard.strip()
            + ";\n");
    Process check =
        new ProcessBuilder(
                "node",
                "node_modules/typescript/bin/tsc",
                "--noEmit",
                "--strict",
                "--skipLibCheck",
                "--module",
                "esnext",
                "--moduleResolution",
                "bundler",
                "dashboard.ts")
            .directory(types.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, check.waitFor(), said);
  }

  private List<String> expressions() {
    List<String> all = new ArrayList<>();
    for (JsonNode panel : Json.read(dashboard).path("panels")) {
      panel.path("targets").forEach(target -> all.add(target.path("expr").asText()));
    }
    return all;
  }

  /** Some of everything that the dashboard shows. */
  private static void traffic(GeneratedService service) throws Exception {
    for (String path : List.of("flowers", "flowers", "slow", "slow", "orders", "nothing")) {
      get(service.uri("/prod/" + path));
    }
    get(service.uri("/prod/mine"), "Authorization", "me");
    get(service.uri("/prod/sold"), "x-api-key", "roses-are-red-violets");
    WebSocket chat =
        CLIENT
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws" + service.uri("/live").toString().substring("http".length())),
                new WebSocket.Listener() {})
            .get(10, TimeUnit.SECONDS);
    chat.sendText("{\"action\":\"say\"}", true).get(10, TimeUnit.SECONDS);
    chat.sendClose(WebSocket.NORMAL_CLOSURE, "").get(10, TimeUnit.SECONDS);
  }

  private Process prometheus(int port, int target) throws IOException {
    String yaml =
        """
        global: {scrape_interval: 1s, scrape_timeout: 1s}
        rule_files: [%s]
        scrape_configs:
          - job_name: gateway
            static_configs: [{targets: ["127.0.0.1:%d"]}]
        """
            .formatted(alerts, target);
    Path config = Files.writeString(folder.resolve("prometheus.yml"), yaml);
    return new ProcessBuilder(
            "prometheus",
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("prometheus.log").toFile())
        .start();
  }

  private static boolean returnsASeries(int port, String expression) {
    String query =
        URLEncoder.encode(expression.replace("$__rate_interval", "1m"), StandardCharsets.UTF_8);
    try {
      HttpResponse<String> answer =
          get(URI.create("http://127.0.0.1:" + port + "/api/v1/query?query=" + query));
      return answer.statusCode() == 200
          && !Json.read(answer.body()).path("data").path("result").isEmpty();
    } catch (IOException e) {
      // It is not up yet.
      return false;
    }
  }

  private static HttpResponse<String> get(URI uri, String... headers) throws IOException {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      builder.headers(headers);
    }
    try {
      return CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void require(String... programs) {
    for (String program : programs) {
      assumeTrue(
          Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
              .anyMatch(path -> Files.isExecutable(Path.of(path, program))),
          "skipped: " + program + " is not installed");
    }
  }
}
