package io.gatemason.generator.check.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quota that only documents reach which are too long to keep; others have a case folder. */
class ServiceQuotasTest {
  private static final int MODEL_CHARACTERS = 400 << 10;

  @TempDir Path folder;

  @Test
  void countsTheCharactersOfAllModels() throws IOException {
    assertEquals(List.of(), quotas(document(MODEL_CHARACTERS / 2, 0)));
    assertEquals(
        List.of("characters of models; the managed service takes 409600 without a raised quota"),
        quotas(document(MODEL_CHARACTERS / 2, MODEL_CHARACTERS / 2)));
  }

  /** What is said of quotas, without the number that was counted. */
  private List<String> quotas(String document) throws IOException {
    Path file = Files.writeString(folder.resolve("pets.openapi.yaml"), document);
    return Generator.check(
            GenerationRequest.of(file, folder.resolve("generated"), "com.example.gateway"))
        .diagnostics()
        .stream()
        .filter(diagnostic -> diagnostic.code() == ApiCodes.GM3115)
        .map(Diagnostic::message)
        .map(message -> message.substring(message.indexOf(' ') + 1))
        .toList();
  }

  private static String document(int... modelCharacters) {
    StringBuilder document =
        new StringBuilder(
            """
            openapi: 3.0.1
            info: {title: Pets, version: "1"}
            paths:
              /pets:
                get:
                  responses: {"200": {description: ok}}
                  x-amazon-apigateway-integration: {type: mock}
            components:
              schemas:
            """);
    for (int i = 0; i < modelCharacters.length; i++) {
      document.append(
          "    Model%d: {type: object, description: %s}\n"
              .formatted(i, "d" + "d".repeat(modelCharacters[i])));
    }
    return document.toString();
  }
}
