package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.GenerationRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients of a generated gateway are told about parameters and bodies. */
@Timeout(60)
class ValidationTest {
  private static final Path DOCUMENT = Path.of("src/test/resources/validation/openapi.yaml");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String OK = "200 {\"ok\": true}";

  @TempDir static Path folder;
  private static GeneratedService service;

  @BeforeAll
  static void start() throws Exception {
    service =
        GeneratedService.start(
            GenerationRequest.of(DOCUMENT, folder.resolve("generated"), "com.example.gateway"),
            folder.resolve("classes"),
            Map.of());
  }

  @AfterAll
  static void stop() throws IOException {
    service.close();
  }

  @Test
  void blankParametersAreMissing() throws Exception {
    assertEquals(OK, get("/pets/7?lang=en", "a"));
    assertEquals(missing("id"), get("/pets/%20?lang=en", "a"));
    assertEquals(missing("id"), get("/pets/%20%09?lang=en", "a"));
    assertEquals(missing("lang"), get("/pets/7?lang=%20", "a"));
    assertEquals(missing("lang"), get("/pets/7?lang", "a"));
    assertEquals(missing("X-Shop, id, lang"), get("/pets/%20?lang=", ""));
  }

  @Test
  void namesWhatIsWrongWithABody() throws Exception {
    assertEquals(OK, post("{\"name\": \"Rex\", \"age\": 30}"));
    assertEquals(OK, post("\uFEFF{\"name\": \"Rex\"}"));
    assertEquals(
        "400 {\"detail\": [object has missing required properties ([\"name\"])]}", post("{}"));
    assertEquals(
        "400 {\"detail\": [numeric instance is greater than the required maximum"
            + " (maximum: 30, found: 31)]}",
        post("\uFEFF{\"name\": \"Rex\", \"age\": 31}"));
    assertEquals("400 {\"detail\": [Unknown error parsing request body]}", post(""));
    assertEquals("400 {\"detail\": [Unknown error parsing request body]}", post("{\"name\": \"R"));
  }

  private static String missing(String names) {
    return "400 {\"message\": \"Missing required request parameters: [" + names + "]\"}";
  }

  private static String get(String path, String shop) throws Exception {
    return answer(HttpRequest.newBuilder(service.uri(path)).header("X-Shop", shop));
  }

  private static String post(String body) throws Exception {
    return answer(
        HttpRequest.newBuilder(service.uri("/pets"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String answer(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response =
        CLIENT.send(
            request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }
}
