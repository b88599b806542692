package io.gatemason.maven.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.GenerationResult;
import io.gatemason.maven.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NewProjectTest {
  private static final String CERTIFICATE_SETTINGS =
      "gateway.apis.orders.stages.dev.client-certificate";

  @TempDir private Path folder;
  private Path document;

  @BeforeEach
  void writeDocument() throws IOException {
    document = Files.createDirectory(folder.resolve("orders")).resolve("openapi.yaml");
    Files.writeString(document, "openapi: 3.0.1");
  }

  @Test
  void writesTheDocumentsAndEverythingAround() throws IOException {
    Path project = folder.resolve("new");
    Path included = Files.writeString(folder.resolve("orders/schema.yaml"), "type: object");

    int files =
        newProject(List.of(document, included), Map.of("Stage", "dev")).write(project, false);

    assertEquals(13, files);
    assertEquals(
        "openapi: 3.0.1",
        Files.readString(project.resolve("src/main/gateway/orders/openapi.yaml")));
    assertEquals(
        "type: object", Files.readString(project.resolve("src/main/gateway/orders/schema.yaml")));
    assertTrue(Files.readString(project.resolve("pom.xml")).contains("<stage>prod</stage>"));
    assertTrue(
        Files.readString(project.resolve("gateway-variables.yaml")).contains("\"Stage\": \"dev\""));
  }

  @Test
  void writesVariablesAndSaysWhatIsMissing() throws IOException {
    Path project = folder.resolve("new");
    NewProject made = newProject(List.of(document), Map.of());
    made.write(project, false);

    assertEquals(
        List.of(
            "a value of gateway.apis.orders.stages.dev.variables.host",
            "the code of function total: copy functions/total beside its template"),
        made.missing());
    assertTrue(
        Files.readString(project.resolve("src/main/resources/application.yaml"))
            .contains("\"gateway.apis.orders.stages.dev.variables.host\": \"\""));
    assertTrue(Files.readString(project.resolve("README.md")).contains("| total |"));
  }

  @Test
  void leavesTheCodeOfFunctionsToTheUserAndSaysWhereItBelongs() throws IOException {
    Path project = folder.resolve("new");
    Path code = Files.createDirectories(folder.resolve("orders/functions/total"));
    Path notDocument = Files.writeString(code.resolve("package.json"), "{}");
    newProject(List.of(document, notDocument), Map.of()).write(project, false);

    try (Stream<Path> files = Files.walk(project.resolve("src/main/gateway"))) {
      assertEquals(1, files.filter(Files::isRegularFile).count());
    }
    assertTrue(
        Files.readString(project.resolve("src/main/resources/application.yaml"))
            .contains("\"gateway.lambda.code-folder\": \"src/main/gateway\"\n"));
    assertTrue(Files.readString(project.resolve("README.md")).contains("\nFunctions\n---------\n"));
  }

  @Test
  void pointsToCertificatesAndKeepsTheirKeysOutOfGit() throws IOException {
    Path project = folder.resolve("new");
    newProject(List.of(document), Map.of()).write(project, false);

    String settings = Files.readString(project.resolve("src/main/resources/application.yaml"));
    assertTrue(
        settings.contains(
            """
            "%1$s.certificate": "certificates/Orders.crt"
            "%1$s.private-key": "certificates/Orders.key"
            """
                .formatted(CERTIFICATE_SETTINGS)),
        settings);
    assertTrue(
        Files.readString(project.resolve("kubernetes/deployment.yaml"))
            .contains("secretName: \"orders-certificates\""));
  }

  @Test
  void keepsTheNamesOfADocumentAndItsTemplateInOneFolder() throws IOException {
    Path project = folder.resolve("new");
    Path template =
        Files.writeString(folder.resolve("orders/template.yaml"), "Resources: {a: openapi.yaml}\n");
    newProject(List.of(document, template), Map.of()).write(project, false);

    assertEquals(template, TemplateBeside.of(document).orElseThrow());
    assertTrue(Files.exists(project.resolve("src/main/gateway/orders/openapi.yaml")));
    assertTrue(Files.exists(project.resolve("src/main/gateway/orders/template.yaml")));
  }

  @Test
  void leavesFilesAloneThatAreThere() throws IOException {
    Path project = Files.createDirectory(folder.resolve("new"));
    Files.writeString(project.resolve("README.md"), "mine");
    NewProject made = newProject(List.of(document), Map.of());

    SettingsException refusal =
        assertThrows(SettingsException.class, () -> made.write(project, false));

    assertEquals(
        project + " has README.md; -Dgatemason.force replaces them.", refusal.getMessage());
    assertEquals("mine", Files.readString(project.resolve("README.md")));
    assertTrue(Files.notExists(project.resolve("pom.xml")));

    made.write(project, true);
    assertTrue(Files.readString(project.resolve("README.md")).startsWith("The gateway orders\n"));
  }

  @ParameterizedTest
  @CsvSource({"Orders_API, orders-api", "--x--, x", "été, t", "'', gateway"})
  void namesTheArtifactAfterTheApi(String apiId, String artifactId) {
    assertEquals(artifactId, NewProject.artifactId(apiId));
  }

  private NewProject newProject(List<Path> inputs, Map<String, String> parameters)
      throws IOException {
    GenerationResult generated =
        new GenerationResult(
            List.of(
                new GenerationResult.Document(
                    "orders",
                    "openapi.yaml",
                    List.of("dev"),
                    2,
                    100,
                    Map.of("gateway.apis.orders.stages.dev.variables.host", ""),
                    List.of())),
            List.of(),
            List.of(),
            List.of(),
            inputs,
            List.of(new GenerationResult.Function("total", "nodejs22.x", "functions/total")),
            new TreeMap<>(Map.of(CERTIFICATE_SETTINGS, "Orders")));
    return new NewProject(
        document,
        generated,
        new NewProject.Choices(
            "com.acme", "", "1", "com.acme.gateway", "prod", "", "", parameters));
  }
}
