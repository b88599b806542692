package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.GenerationRequest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stages that resources declare. */
class StagesTest {
  private static final Path DOCUMENT =
      Path.of("../generator/src/test/resources/golden/stages/openapi.yaml");

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void eachAnswersBelowItsNameWithItsVariables() throws Exception {
    GenerationRequest request =
        GenerationRequest.of(DOCUMENT, folder.resolve("generated"), "com.example.gateway");
    Map<String, String> settings =
        Map.of("gateway.apis.stages.stages.prod.variables.colour", "dark green");
    try (GeneratedService service =
        GeneratedService.start(request, folder.resolve("classes"), settings)) {
      assertEquals("200 {\"stage\": \"dev\", \"colour\": \"blue\"}", get(service, "/dev/colour"));
      assertEquals(
          "200 {\"stage\": \"prod\", \"colour\": \"dark green\"}", get(service, "/prod/colour"));
      assertEquals("403 {\"message\":\"Forbidden\"}", get(service, "/test/colour"));
      assertEquals("403 {\"message\":\"Forbidden\"}", get(service, "/colour"));
    }
  }

  private static String get(GeneratedService service, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.uri(path)).timeout(Duration.ofSeconds(20)).build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }
}
