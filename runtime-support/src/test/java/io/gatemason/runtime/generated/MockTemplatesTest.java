package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.generator.GenerationRequest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The status of a mock is the same whether it is read when code is generated or per request. */
@Timeout(60)
class MockTemplatesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TEXTS =
      List.of(
          "{\"statusCode\": 200}",
          "{statusCode: 404}",
          "{'statusCode': 200,}",
          "{,\"a\": [1,,2,],, \"statusCode\": 404 , , \"b\": \"x,,\\\",,\"}",
          "{\"b\": 'it\\'s,,', statusCode: 404,,}",
          "{\"statusCode\": 299}",
          "{\"statusCode\": 200, \"statusCode\": 404}",
          "{\"statusCode\": 200} and more",
          "{\"statusCode\": \"200\"}",
          "{\"statusCode\": 200.0}",
          "{\"statusCode\": 99999999999}",
          "hello");

  @TempDir Path folder;

  @Test
  void constantTemplatesAreReadAsBodiesAre() throws Exception {
    Path document = folder.resolve("mocks.openapi.json");
    Files.writeString(document, document().toString());
    try (GeneratedService service =
        GeneratedService.start(
            GenerationRequest.of(document, folder.resolve("generated"), "com.example.gateway"),
            folder.resolve("classes"),
            Map.of())) {
      for (int i = 0; i < TEXTS.size(); i++) {
        String fromBody = answer(service, "/body", TEXTS.get(i));
        assertEquals(fromBody, answer(service, "/constant/" + i, "ignored"), TEXTS.get(i));
      }
      assertEquals("404 none", answer(service, "/body", "{statusCode: 404}"));
      assertEquals(
          "500 {\"message\": \"Internal server error\"}", answer(service, "/body", "hello"));
      assertEquals("200 only", answer(service, "/only", "{statusCode: 404}"));
      assertEquals(
          "500 {\"message\": \"Internal server error\"}", answer(service, "/only", "hello"));
    }
  }

  private static ObjectNode document() throws Exception {
    ObjectNode document = JSON.createObjectNode();
    document.put("openapi", "3.0.1");
    document.putObject("info").put("title", "Mocks").put("version", "1");
    ObjectNode paths = document.putObject("paths");
    for (int i = 0; i < TEXTS.size(); i++) {
      paths.set("/constant/" + i, mock(response("200") + "," + notFound(), TEXTS.get(i)));
    }
    paths.set("/body", mock(response("200") + "," + notFound(), ""));
    paths.set("/only", mock("\"default\": " + template("200", "only"), ""));
    return document;
  }

  private static String response(String status) {
    return "\"" + status + "\": " + template(status, "found");
  }

  private static String notFound() {
    return "\"404\": " + template("404", "none");
  }

  private static String template(String status, String text) {
    return "{\"statusCode\": %s, \"responseTemplates\": {\"application/json\": \"%s\"}}"
        .formatted(status, text);
  }

  private static JsonNode mock(String responses, String template) throws Exception {
    JsonNode path =
        JSON.readTree(
            """
            {"post": {
              "responses": {"200": {"description": "ok"}, "404": {"description": "none"}},
              "x-amazon-apigateway-integration": {"type": "mock", "responses": {%s}}}}
            """
                .formatted(responses));
    if (!template.isEmpty()) {
      ((ObjectNode) path.at("/post/x-amazon-apigateway-integration"))
          .putObject("requestTemplates")
          .put("application/json", template);
    }
    return path;
  }

  private static String answer(GeneratedService service, String path, String body)
      throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(service.uri(path))
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(20))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }
}
