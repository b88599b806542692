package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.GenerationOptions;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.Allowances;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.FailOn;
import io.gatemason.generator.handler.HandlerSearch;
import io.gatemason.generator.read.document.ReadOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is named but not defined stops a build; allowed with a reason, it guards nothing. */
@Timeout(60)
class AllowedErrorsTest {
  private static final Allowances ALLOWED =
      new Allowances(
          Map.of(DocumentCodes.GM2130, "deployed so", DocumentCodes.GM2140, "deployed so"));

  @TempDir private Path folder;

  private GenerationRequest request(Allowances allowances) throws Exception {
    Path document = folder.resolve("pets.yaml");
    Files.writeString(document, DOCUMENT);
    return new GenerationRequest(
        document,
        folder.resolve("generated"),
        new GenerationOptions(
            "com.example.gateway",
            ReadOptions.DEFAULT,
            Map.of(),
            allowances,
            FailOn.ERROR,
            false,
            true,
            Map.of(),
            Set.of()),
        HandlerSearch.NOWHERE);
  }

  private static List<String> told(GenerationResult result) {
    return result.diagnostics().stream().map(d -> d.severity() + " " + d.code()).toList();
  }

  @Test
  void stopTheBuildWithoutAReason() throws Exception {
    GenerationResult result = Generator.generate(request(Allowances.NONE));
    assertEquals(List.of("ERROR GM2130", "ERROR GM2140"), told(result));
    assertTrue(result.written().isEmpty());
  }

  @Test
  void openMethodsAndCheckNothing() throws Exception {
    GenerationRequest request = request(ALLOWED);
    GenerationResult result = Generator.generate(request);
    assertEquals(List.of("WARNING GM2130", "WARNING GM2140"), told(result));
    assertEquals(List.of("GET /open", "POST /unchecked"), result.documents().get(0).open());
    try (GeneratedService service =
            GeneratedService.startGenerated(request, folder.resolve("classes"), Map.of());
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest open = HttpRequest.newBuilder(service.uri("/open")).build();
      HttpRequest unchecked =
          HttpRequest.newBuilder(service.uri("/unchecked"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("[]"))
              .build();
      for (HttpRequest one : List.of(open, unchecked)) {
        assertEquals(
            200, client.send(one, HttpResponse.BodyHandlers.discarding()).statusCode(), "" + one);
      }
    }
  }

  private static final String DOCUMENT =
      """
      openapi: 3.0.1
      info: {title: Pets, version: "1"}
      paths:
        /open:
          get:
            security: [{nobody: []}]
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: &mock
              type: mock
              requestTemplates: {application/json: '{"statusCode": 200}'}
              responses: {default: {statusCode: "200"}}
        /unchecked:
          post:
            x-amazon-apigateway-request-validator: none
            requestBody: {content: {application/json: {schema: {type: object}}}}
            responses: {"200": {description: ok}}
            x-amazon-apigateway-integration: *mock
      """;
}
