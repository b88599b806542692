package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import io.gatemason.runtime.live.LiveGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process of {@code gatemason:run}, given versions of generated code. */
@Timeout(120)
class LiveGatewayTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: Orders, version: "1"}
      paths:
        /orders:
          get:
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration:
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses: {default: {statusCode: "200", responseTemplates: {application/json: "%s"}}}
      """;

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

  @Test
  void replacesTheGatewayBehindItsListener() throws Exception {
    Path first = version("first");
    Files.writeString(first.resolve("application.yaml"), "server: {port: 0, host: 127.0.0.1}");
    Process process = start();
    try (Writer versions = process.outputWriter()) {
      send(versions, first);
      String served = await("API ");
      assertTrue(served.matches("\\d{4}-\\d\\d-\\d\\dT\\S+Z INFO Startup: API .*"), served);
      String ready = await("ready at");
      int port = Integer.parseInt(ready.replaceFirst("ready at http://localhost:", ""));
      assertEquals("first", get(port));

      Path broken = Files.createDirectory(folder.resolve("broken"));
      send(versions, broken);
      await("keeps serving");
      assertEquals("first", get(port));

      Path badSetting = version("bad-setting");
      Files.writeString(
          badSetting.resolve("application.yaml"), "gateway: {limits: {url-bytes: many}}");
      send(versions, badSetting);
      assertTrue(await("did not start").contains("many"));
      assertEquals("first", get(port));

      send(versions, version("second"));
      assertEquals("ready at http://localhost:" + port + ", with the changes", await("ready at"));
      assertEquals("second", get(port));
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }

  @Test
  void endsIfTheFirstVersionDoesNotStart() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Path first = version("first");
      Files.writeString(
          first.resolve("application.yaml"), "server: {port: " + taken.getLocalPort() + "}");
      Process process = start();
      try (Writer versions = process.outputWriter()) {
        send(versions, first);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), said::toString);
      } catch (IOException e) {
        assertFalse(process.isAlive());
      }
      assertEquals(1, process.exitValue());
      assertTrue(await("did not start").contains("its port is already in use"));
    }
  }

  private Path version(String answer) throws IOException {
    Path sources = Files.createDirectories(folder.resolve(answer + "-sources"));
    Path document = folder.resolve("orders.openapi.yaml");
    Files.writeString(document, DOCUMENT.formatted(answer));
    GenerationRequest request = GenerationRequest.of(document, sources, "com.example.gateway");
    assertEquals(List.of(), Generator.generate(request).diagnostics());
    Path classes = folder.resolve(answer);
    assertEquals(List.of(), JavaCompilation.compile(sources, classes));
    return classes;
  }

  private Process start() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LiveGateway.class.getName(),
                "com.example.gateway.Gateway"));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), Charset.defaultCharset()));
    Thread.ofVirtual().start(() -> lines.lines().forEach(said::add));
    return process;
  }

  private static void send(Writer versions, Path classes) throws IOException {
    versions.write(classes + "\n");
    versions.flush();
  }

  private String await(String part) throws InterruptedException {
    List<String> seen = new ArrayList<>();
    String line = said.poll(60, TimeUnit.SECONDS);
    while (line != null && !line.contains(part)) {
      seen.add(line);
      line = said.poll(60, TimeUnit.SECONDS);
    }
    assertTrue(line != null, () -> "no \"" + part + "\" in " + seen);
    return line;
  }

  private String get(int port) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/orders");
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
