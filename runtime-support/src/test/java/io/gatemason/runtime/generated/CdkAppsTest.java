package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.gatemason.generator.GenerationOptions;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.handler.HandlerSearch;
import io.gatemason.runtime.integration.NodeClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code cdk synth} writes is built as it lies on disk, and called. The output is a stored
 * one, or, with the system property {@code gatemason.cdk}, that of the apps in {@code src/test/cdk}
 * as the npm packages named there make it.
 */
@Timeout(300)
class CdkAppsTest {
  private static final Path APPS = Path.of("src/test/cdk").toAbsolutePath();
  private static final Path STORED = Path.of("src/test/resources/cdk");

  @TempDir private Path folder;
  private HttpServer backend;
  private HttpClient client;

  @BeforeEach
  void startBackend() throws IOException {
    client = HttpClient.newHttpClient();
    backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    backend.createContext(
        "/",
        exchange -> {
          String from = exchange.getRequestHeaders().getFirst("x-from");
          byte[] body =
              (exchange.getRequestURI() + (from == null ? "" : " from " + from))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    backend.start();
  }

  @AfterEach
  void stopBackend() {
    backend.stop(0);
    client.close();
  }

  @Test
  void restApiOfMethodsAndOneOfADocument() throws Exception {
    try (GeneratedService service = service("rest")) {
      assertEquals("200 {\"colour\": \"blue\"}", get(service, "/live/ping"));
      assertEquals("200 /pets/7", get(service, "/live/pets/7"));
      assertEquals("200 \"from the file\"", get(service, "/spec/spec"));
      assertEquals("400", post(service, "/live/pets", "{}").substring(0, 3));
      assertEquals(
          "200 {\"method\":\"POST\",\"route\":\"/pets\"}",
          post(service, "/live/pets", "{\"name\": \"Rex\"}"));
    }
  }

  @Test
  void httpApiOfRoutes() throws Exception {
    try (GeneratedService service = service("http")) {
      assertEquals(
          "200 {\"method\":\"GET\",\"route\":\"GET /pets/{id}\"}", get(service, "/pets/7"));
      assertEquals(
          "200 {\"method\":\"POST\",\"route\":\"/old/{proxy+}\"}", post(service, "/old/a/b", "{}"));
      assertTrue(get(service, "/stock?a=b").startsWith("200 /stock?a=b from "));
      assertEquals("401 {\"message\":\"Unauthorized\"}", get(service, "/mine"));
      assertEquals("404 {\"message\":\"Not Found\"}", get(service, "/nothing"));
      HttpResponse<String> preflight =
          client.send(
              HttpRequest.newBuilder(service.uri("/pets/7"))
                  .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                  .header("Origin", "https://shop.test")
                  .header("Access-Control-Request-Method", "GET")
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(204, preflight.statusCode());
      assertEquals(
          "https://shop.test",
          preflight.headers().firstValue("access-control-allow-origin").orElse(""));
    }
  }

  @Test
  void webSocketApi() throws Exception {
    try (GeneratedService service = service("socket")) {
      Answers answers = new Answers();
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .buildAsync(URI.create("ws://127.0.0.1:" + service.port() + "/live"), answers)
              .get(30, TimeUnit.SECONDS);
      socket.sendText("{\"action\": \"ask\"}", true).get(30, TimeUnit.SECONDS);
      assertEquals("said {\"action\": \"ask\"}", answers.first.get(30, TimeUnit.SECONDS));
      socket.abort();
    }
  }

  private static final class Answers implements WebSocket.Listener {
    private final CompletableFuture<String> first = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      first.complete(text.toString());
      return WebSocket.Listener.super.onText(socket, text, last);
    }
  }

  private String get(GeneratedService service, String path) throws Exception {
    return answer(HttpRequest.newBuilder(service.uri(path)).build());
  }

  private String post(GeneratedService service, String path, String body) throws Exception {
    return answer(
        HttpRequest.newBuilder(service.uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private String answer(HttpRequest request) throws Exception {
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }

  private GeneratedService service(String app) throws Exception {
    Path output = output(app);
    Path documents = NodeClient.install().resolve("documents");
    copy(output, documents);
    String url = "http://127.0.0.1:" + backend.getAddress().getPort();
    GenerationOptions defaults = GenerationOptions.of("com.example.gateway");
    GenerationRequest request =
        new GenerationRequest(
            output,
            folder.resolve("generated"),
            new GenerationOptions(
                defaults.basePackage(),
                defaults.readOptions(),
                Map.of("Backend", url),
                defaults.allowances(),
                defaults.failOn(),
                false,
                true,
                Map.of(),
                defaults.settings()),
            HandlerSearch.NOWHERE);
    GenerationResult result = Generator.generate(request);
    assertEquals(
        List.of(),
        result.diagnostics().stream()
            .filter(each -> each.severity() == Severity.ERROR)
            .map(Diagnostic::message)
            .toList());
    return GeneratedService.startGenerated(
        request,
        folder.resolve("classes"),
        Map.of("gateway.lambda.code-folder", documents.toString()));
  }

  /** The folder that the command wrote; run on a copy of the apps where npm is asked for. */
  private Path output(String app) throws Exception {
    String packages = System.getProperty("gatemason.cdk", "");
    if (packages.isEmpty()) {
      return STORED.resolve(app);
    }
    Path work = Path.of(packages).toAbsolutePath();
    copy(APPS, work);
    if (!Files.isDirectory(work.resolve("node_modules/aws-cdk-lib"))) {
      run(work, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    }
    Path output = folder.resolve("cdk.out");
    run(
        work,
        "node",
        "node_modules/aws-cdk/bin/cdk",
        "synth",
        "--app",
        "node " + app + ".js",
        "--output",
        output.toString(),
        "--quiet",
        "--no-notices",
        "--no-version-reporting");
    return output;
  }

  private static void run(Path work, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    builder.environment().put("CDK_DISABLE_VERSION_CHECK", "1");
    builder.environment().put("CI", "1");
    Path log = Files.createTempFile("cdk", ".log");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(240, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended && process.exitValue() == 0, Files.readString(log));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    }
  }
}
