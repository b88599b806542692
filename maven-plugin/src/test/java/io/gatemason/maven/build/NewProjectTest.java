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
            "the code in functions/total of function total, for it is no folder there: copy it"
                + " beside its template in src/main/gateway/"),
        made.missing());
    assertTrue(
        Files.readString(project.resolve("src/main/resources/application.yaml"))
            .contains("\"gateway.apis.orders.stages.dev.variables.host\": \"\""));
    assertTrue(Files.readString(project.resolve("README.md")).contains("| total |"));
  }

  @Test
  void takesTheCodeOfFunctionsAlong() throws IOException {
    Path project = folder.resolve("new");
    Path code = Files.createDirectories(folder.resolve("orders/functions/total"));
    Path notDocument = Files.writeString(code.resolve("package.json"), "{}");
    Path program = Files.writeString(code.resolve("bootstrap"), "#!/bin/sh");
    assertTrue(program.toFile().setExecutable(true));
    Files.createDirectories(code.resolve("lib"));
    Files.writeString(code.resolve("lib/sum.mjs"), "export {}");
    Files.writeString(code.resolve(".env"), "SECRET=1");
    Files.createDirectories(code.resolve("node_modules/left"));
    Files.writeString(code.resolve("node_modules/left/pad.js"), "");
    Files.createSymbolicLink(code.resolve("passwords"), document);
    NewProject made = newProject(List.of(document, notDocument), Map.of());
    int files = made.write(project, false);

    Path there = project.resolve("src/main/gateway/functions/total");
    try (Stream<Path> all = Files.walk(there)) {
      assertEquals(
          List.of("bootstrap", "lib/sum.mjs", "package.json"),
          all.filter(Files::isRegularFile)
              .map(file -> there.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList());
    }
    assertTrue(Files.isExecutable(there.resolve("bootstrap")));
    assertEquals(14, files);
    assertTrue(
        made.missing().contains("modules of npm: call npm install beside each package.json"),
        made.missing().toString());
    assertTrue(
        Files.readString(project.resolve("src/main/resources/application.yaml"))
            .contains("\"gateway.lambda.code-folder\": \"src/main/gateway\"\n"));
    assertTrue(Files.readString(project.resolve("README.md")).contains("\nFunctions\n---------\n"));
    // A second call names what it would replace, code included.
    assertTrue(
        assertThrows(SettingsException.class, () -> made.write(project, false))
            .getMessage()
            .contains("src/main/gateway/functions/total/bootstrap"));
  }

  @ParameterizedTest
  @CsvSource({
    "nodejs22.x, ., for it lies among the documents",
    "python3.12, ../shared, for it lies outside their folder",
    "provided.al2023, large, for it is larger than 2000 files or 50 MB",
    "nodejs22.x, linked, for it is no folder there",
    "java21, orders, add what has them to the dependencies",
  })
  void saysWhatCodeItDoesNotTake(String runtime, String code, String reason) throws IOException {
    Files.createDirectory(folder.resolve("shared"));
    Files.createSymbolicLink(folder.resolve("orders/linked"), folder.resolve("shared"));
    Path large = Files.createDirectory(folder.resolve("orders/large"));
    for (int i = 0; i <= 2_000; i++) {
      Files.createFile(large.resolve(i + ".py"));
    }
    NewProject made =
        newProject(
            List.of(document),
            Map.of(),
            new GenerationResult.Function("total", runtime, code, code));
    made.write(folder.resolve("new"), false);

    assertTrue(made.missing().get(1).contains(code + " of function total"), made.missing().get(1));
    assertTrue(made.missing().get(1).contains(reason), made.missing().get(1));
    try (Stream<Path> files = Files.walk(folder.resolve("new/src/main/gateway"))) {
      assertEquals(1, files.filter(Files::isRegularFile).count());
    }
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
    Path code = Files.createDirectories(folder.resolve("orders/functions/total"));
    Files.writeString(code.resolve("app.mjs"), "");
    Path template =
        Files.writeString(folder.resolve("orders/template.yaml"), "Resources: {a: openapi.yaml}\n");
    newProject(List.of(document, template), Map.of()).write(project, false);

    assertEquals(template, TemplateBeside.of(document).orElseThrow());
    assertTrue(Files.exists(project.resolve("src/main/gateway/orders/openapi.yaml")));
    assertTrue(Files.exists(project.resolve("src/main/gateway/orders/template.yaml")));
    assertTrue(Files.exists(project.resolve("src/main/gateway/orders/functions/total/app.mjs")));
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
    return newProject(
        inputs,
        parameters,
        new GenerationResult.Function("total", "nodejs22.x", "functions/total", "functions/total"));
  }

  private NewProject newProject(
      List<Path> inputs, Map<String, String> parameters, GenerationResult.Function function)
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
            List.of(function),
            new TreeMap<>(Map.of(CERTIFICATE_SETTINGS, "Orders")));
    return new NewProject(
        document,
        generated,
        new NewProject.Choices(
            "com.acme", "", "1", "com.acme.gateway", "prod", "", "", parameters));
  }
}
