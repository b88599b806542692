package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.runtime.integration.NodeClient;
import io.gatemason.runtime.integration.RecordedLog;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service of the generator's golden case with a Node function, asked over HTTP. */
@Timeout(180)
class ProcessFunctionsTest {
  private static final Path GOLDEN =
      Path.of("../generator/src/test/resources/golden/process-functions");

  @TempDir private Path folder;

  private GeneratedService service(Map<String, String> settings) throws Exception {
    return GeneratedService.start(
        GenerationRequest.of(
            GOLDEN.resolve("openapi.yaml"), folder.resolve("generated"), "com.example.gateway"),
        folder.resolve("classes"),
        settings);
  }

  @Test
  void functionOfATemplateRunsWithWhatTheTemplateSays() throws Exception {
    Path documents = NodeClient.install().resolve("documents");
    Files.createDirectories(documents.resolve("orders"));
    Files.copy(
        GOLDEN.resolve("orders/app.js"),
        documents.resolve("orders/app.js"),
        StandardCopyOption.REPLACE_EXISTING);
    Map<String, String> settings =
        Map.of(
            "gateway.lambda.code-folder",
            documents.toString(),
            "gateway.lambda.functions.orders.environment.TABLE",
            "mine");
    try (RecordedLog log = new RecordedLog("io.gatemason.runtime.function.host");
        GeneratedService service = service(settings)) {
      assertEquals(
          "201 {\"ordered\":\"tea\",\"table\":\"mine\",\"greeting\":\"say \\\"hi\\\"\","
              + "\"memory\":\"512\"}",
          order(service));
      assertEquals("200 hello from /greeting", get(service, "/greeting"));
      String missing = log.await("function report");
      assertTrue(missing.contains("gateway.lambda.remote"), missing);
      assertTrue(missing.contains("functions/report is not a folder"), missing);
    }
  }

  private static String order(GeneratedService service) throws Exception {
    return answer(
        HttpRequest.newBuilder(service.uri("/orders"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"item\": \"tea\"}"))
            .build());
  }

  private static String get(GeneratedService service, String path) throws Exception {
    return answer(HttpRequest.newBuilder(service.uri(path)).build());
  }

  private static String answer(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }
}
