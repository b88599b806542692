package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.handler.JavacSearch;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Handlers that were written for version 2.0 of aws-lambda-java-events, whose classes lack a good
 * part of the event: generated, compiled and run with that version alone.
 */
@Timeout(180)
class OldEventsTest {
  private static final Path GOLDEN =
      Path.of("../generator/src/test/resources/golden/java-functions");
  private static final Pattern BOUND = Pattern.compile("://[^ ]+:(\\d+) bound");

  @TempDir private Path folder;

  @Test
  void handlersOfAnOldLibraryAnswer() throws Exception {
    String classPath = oldClassPath();
    Path classes = folder.resolve("classes");
    generate(classPath, classes);
    Process gateway =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dserver.port=0",
                "-Dserver.host=127.0.0.1",
                "-cp",
                classes + File.pathSeparator + classPath,
                "com.example.gateway.Gateway")
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = gateway.inputReader()) {
      URI service = URI.create("http://127.0.0.1:" + port(output));
      Thread.startVirtualThread(() -> output.lines().forEach(System.out::println));
      assertEquals("201 té", ask(service.resolve("/orders"), "POST", "té"));
      assertEquals("201 té", ask(service.resolve("/orders"), "POST", "té"));
      assertEquals(
          "200 [{\"id\":\"null\",\"amount\":1}]", ask(service.resolve("/orders"), "GET", ""));
      gateway.destroy();
      gateway.waitFor();
    } finally {
      gateway.destroyForcibly();
    }
  }

  private void generate(String classPath, Path classes) throws IOException {
    Path handlers = GOLDEN.resolve("java");
    GenerationRequest request =
        GenerationRequest.of(
                GOLDEN.resolve("openapi.yaml"), folder.resolve("generated"), "com.example.gateway")
            .with(
                Map.of("list-orders", "com.acme.OrderFunctions$Listing"),
                new JavacSearch(
                    List.of(classPath.split(File.pathSeparator)), List.of(handlers.toString())));
    assertEquals(
        List.of(),
        Generator.generate(request).diagnostics().stream()
            // Where functions run is said when the service starts.
            .filter(d -> d.code() != ApiCodes.GM3705)
            .toList());
    Path function =
        folder.resolve("generated/com/example/gateway/functions").resolve("OrdersFunction.java");
    assertFalse(Files.readString(function).contains("ProxyHandler"), "needs later members");
    assertEquals(
        List.of(), JavaCompilation.compile(request.output(), handlers, classes, classPath));
  }

  private static String oldClassPath() {
    String now = System.getProperty("java.class.path");
    String old =
        now.replaceAll(
            "[^" + File.pathSeparator + "]*aws-lambda-java-events-[^" + File.pathSeparator + "]*",
            Matcher.quoteReplacement(System.getProperty("gatemason.old-events")));
    assertNotEquals(now, old);
    return old;
  }

  private static String port(BufferedReader output) throws IOException {
    StringBuilder read = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher bound = BOUND.matcher(line);
      if (bound.find()) {
        return bound.group(1);
      }
      read.append(line).append('\n');
    }
    throw new AssertionError("the service did not start:\n" + read);
  }

  private static String ask(URI uri, String method, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }
}
