package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.handler.JavacSearch;
import java.io.File;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service of the generator's golden case with handlers, asked over HTTP. */
class JavaFunctionsTest {
  private static final Path GOLDEN =
      Path.of("../generator/src/test/resources/golden/java-functions");

  @TempDir Path folder;

  private GeneratedService service;

  @BeforeEach
  void start() throws Exception {
    Path handlers = GOLDEN.resolve("java");
    List<String> classPath =
        List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    GenerationRequest request =
        GenerationRequest.of(
                GOLDEN.resolve("openapi.yaml"), folder.resolve("generated"), "com.example.gateway")
            .with(
                Map.of(
                    "list-orders", "com.acme.OrderFunctions$Listing",
                    "count-orders", "com.acme.OrderFunctions::count",
                    "export", "com.acme.Export"),
                new JavacSearch(classPath, List.of(handlers.toString())));
    assertEquals(
        List.of(),
        Generator.generate(request).diagnostics().stream()
            // Where functions run is said when the service starts.
            .filter(d -> d.code() != ApiCodes.GM3705)
            .toList());
    service =
        GeneratedService.startGenerated(request, handlers, folder.resolve("classes"), Map.of());
  }

  @AfterEach
  void stop() throws Exception {
    service.close();
  }

  @Test
  void aFunctionWithTheClassesOfTheEventsLibraryAnswers() throws Exception {
    String answer = "201 {\"item\": \"tea\"}";
    assertEquals(answer, ask("POST", "/orders", "{\"item\": \"tea\"}"));
    // Once the handler is made, there is no JSON in between.
    assertEquals(answer, ask("POST", "/orders", "{\"item\": \"tea\"}"));
  }

  @Test
  void aMappedEventIsBoundToAMapAndTheResultWritten() throws Exception {
    assertEquals("200 [{\"id\":\"null\",\"amount\":1}]", ask("GET", "/orders", ""));
  }

  @Test
  void oneObjectIsTakenAsAListOfOne() throws Exception {
    assertEquals("200 1", ask("GET", "/count", ""));
  }

  @Test
  void aStreamHandlerWritesWhatIsNoResponse() throws Exception {
    assertEquals("502 {\"message\": \"Internal server error\"}", ask("GET", "/export", ""));
  }

  private String ask(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.uri(path))
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }
}
