package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentLoaderTest {
  private static final String DOCUMENT = "openapi: 3.0.1\npaths: {}\n";

  @TempDir Path folder;
  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void namesApisByFileOrByFolderWhereTheFileIsGeneric() throws IOException {
    write("orders.openapi.v2.yaml", DOCUMENT);
    write("pets/api.yaml", DOCUMENT);
    write("toys/swagger.prod.json", "{\"swagger\": \"2.0\", \"paths\": {}}");
    write("schemas/pet.yaml", "type: object\n");
    write(".hidden.yaml", DOCUMENT);
    SourceSet set = load(folder);
    assertEquals(
        List.of("orders", "pets", "toys"),
        set.documents().stream().map(ApiDocument::apiId).toList());
    assertEquals(
        List.of("orders.openapi.v2.yaml", "pets/api.yaml", "toys/swagger.prod.json"),
        set.documents().stream().map(ApiDocument::name).toList());
    assertEquals(4, set.inputs().size());
    assertEquals(List.of(), diagnostics.all());
  }

  @Test
  void makesOneApiOfABodyAndWhatItIncludes() throws IOException {
    SourceSet set = load(Path.of("src/test/resources/cases/files/included-bodies"));
    assertEquals(
        List.of("whole", "Parts"), set.documents().stream().map(ApiDocument::apiId).toList());
    assertEquals(
        List.of(List.of("one"), List.of("two")),
        set.documents().stream()
            .map(document -> document.stages().stream().map(stage -> stage.name()).toList())
            .toList());
    ObjectNode parts = set.documents().get(1).root();
    assertTrue(parts.get("paths").flatMap(Node::asObject).orElseThrow().has("/parts"));
    assertEquals(
        "image/png",
        parts
            .get("x-amazon-apigateway-binary-media-types")
            .flatMap(Node::asArray)
            .map(types -> types.items().get(0))
            .flatMap(Node::asScalar)
            .orElseThrow()
            .text());
    assertEquals(List.of(), diagnostics.all());
  }

  @Test
  void tellsFilesOfOneNameApartByTheResourcesThatNameThem() throws IOException {
    SourceSet set = load(Path.of("src/test/resources/cases/files/same-file-name"));
    assertEquals(
        List.of("First", "Second"), set.documents().stream().map(ApiDocument::apiId).toList());
  }

  @Test
  void givesApisNamesThatHostsCanHave() throws IOException {
    write("Bestell_Übersicht.yaml", DOCUMENT);
    write("große Liste/api.yaml", DOCUMENT);
    write("___.yaml", DOCUMENT);
    assertEquals(
        List.of("Bestell-Ubersicht", "api", "grosse-Liste"),
        load(folder).documents().stream().map(ApiDocument::apiId).toList());
    assertEquals(
        List.of(ApiCodes.GM3701),
        diagnostics.all().stream().map(d -> d.code()).distinct().toList());
  }

  @Test
  void readsEscapedStageVariablesOfTerraform() throws IOException {
    write(
        "a.yaml",
        "openapi: 3.0.1\npaths: {}\nx-uri: \"https://$${stageVariables.host}/${path}\"\n");
    Diagnostics found = new Diagnostics();
    SourceSet set = new DocumentLoader(Map.of("path", "v1"), found).load(folder);
    assertEquals(
        "https://${stageVariables.host}/v1",
        set.documents().get(0).root().get("x-uri").flatMap(Node::asScalar).orElseThrow().text());
    assertEquals(List.of(), found.all());
  }

  @Test
  void boundsWhatNestedFunctionsMake() throws IOException {
    String nested = "x";
    for (int i = 0; i < 60; i++) {
      nested = "{Fn::Sub: [\"${a}${a}${a}${a}\", {a: " + nested + "}]}";
    }
    write("a.yaml", "openapi: 3.0.1\npaths: {}\nx-text: " + nested + "\n");
    load(folder);
    assertTrue(
        diagnostics.all().stream().anyMatch(d -> d.message().contains("too long")),
        () -> diagnostics.all().toString());
  }

  @Test
  void leavesLibrariesOfFunctionsAndCopiesOfToolsOut() throws IOException {
    write("orders.yaml", DOCUMENT);
    write("orders/node_modules/example/openapi.json", DOCUMENT);
    write(".aws-sam/build/orders.yaml", DOCUMENT);
    SourceSet set = load(folder);
    assertEquals(List.of("orders"), set.documents().stream().map(ApiDocument::apiId).toList());
    assertEquals(1, set.inputs().size());
    assertEquals(List.of(), diagnostics.all());
  }

  @Test
  void readsOneFileAloneAndWhatItRefersTo() throws IOException {
    write("a.yaml", "openapi: 3.0.1\npaths: {/x: {$ref: 'p/x.yaml#/x'}}\n");
    write("b.yaml", DOCUMENT);
    write("p/x.yaml", "x: {get: {$ref: '#/shared'}}\nshared: {summary: s, s: {$ref: ../s.json}}\n");
    write("s.json", "{\"type\": \"string\"}");
    SourceSet set = load(folder.resolve("a.yaml"));
    assertEquals(1, set.documents().size());
    ObjectNode get = at(set.documents().get(0).root(), "paths", "/x", "get");
    assertEquals("s", get.get("summary").orElseThrow().asScalar().orElseThrow().text());
    assertEquals("s.json:1:1", at(get, "s").range().toString());
    assertEquals(3, set.inputs().size());
    assertEquals(List.of(SourceCodes.GM2007), codes());
  }

  @Test
  void doesNotFollowLinksOutOfTheFolder() throws IOException {
    Path outside = Files.createTempFile("outside", ".yaml");
    try {
      Files.writeString(outside, DOCUMENT);
      Path source = Files.createDirectories(folder.resolve("src"));
      write("src/pets.yaml", "openapi: 3.0.1\npaths: {/x: {$ref: ./link.yaml}}\n");
      Files.createSymbolicLink(source.resolve("link.yaml"), outside);
      Files.createSymbolicLink(source.resolve("dir"), outside.getParent());
      write(
          "src/toys.yaml",
          "openapi: 3.0.1\npaths: {/x: {$ref: 'dir/" + outside.getFileName() + "'}}\n");
      SourceSet set = load(source);
      assertEquals(2, set.documents().size());
      assertEquals(2, set.inputs().size());
      assertEquals(List.of(SourceCodes.GM2003, SourceCodes.GM2003), codes());
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void refusesReferencesThatMultiply() throws IOException {
    write("pets.yaml", "openapi: 3.0.1\nx: {$ref: a0.yaml}\n");
    for (int i = 0; i < 12; i++) {
      String next = "{$ref: a" + (i + 1) + ".yaml}";
      write("a" + i + ".yaml", "l: [" + (next + ", ").repeat(9) + next + "]\n");
    }
    write("a12.yaml", "x: 1\n");
    load(folder.resolve("pets.yaml"));
    assertTrue(codes().contains(SourceCodes.GM1007));
  }

  @Test
  void keepsReferencesInsideTheDocumentAndToModelsOfTheService() throws IOException {
    write(
        "pets.yaml",
        "openapi: 3.0.1\na: {$ref: '#/b'}\nb: {$ref: Pet}\nexample: {$ref: ../x.yaml}\n"
            + "c: {$ref: 'https://apigateway.amazonaws.com/restapis/x/models/Pet'}\n");
    ObjectNode root = load(folder).documents().get(0).root();
    assertEquals(List.of(), diagnostics.all());
    assertTrue(at(root, "c").has("$ref"));
  }

  @Test
  void takesConditionsAndNamesFromATemplateBesideTheDocument() throws IOException {
    write("pets.yaml", "openapi: 3.0.1\npaths: {/x: {Fn::If: [Dev, {get: {}}, {put: {}}]}}\n");
    write(
        "template.yaml",
        "Conditions: {Dev: {Fn::Equals: [{Ref: Stage}, dev]}}\n"
            + "Parameters: {Stage: {Default: prod}}\n"
            + "Resources: {A: {Type: AWS::Serverless::Api, Properties: {StageName: a,"
            + " DefinitionUri: pets.yaml}}}\n");
    assertTrue(at(load(folder).documents().get(0).root(), "paths", "/x").has("put"));
    assertEquals(List.of(), diagnostics.all());
  }

  @Test
  void dropsAByteOrderMark() throws IOException {
    write("pets.yaml", "\uFEFF" + DOCUMENT);
    assertEquals("pets.yaml:1:1", load(folder).documents().get(0).root().range().toString());
    assertEquals(List.of(), diagnostics.all());
  }

  @Test
  void saysWhatIsWrongWithTheSourceItself() throws IOException {
    load(folder.resolve("nothing"));
    write("empty.yaml", "# nothing\n");
    load(folder.resolve("empty.yaml"));
    Files.write(folder.resolve("large.yaml"), new byte[50 << 20]);
    load(folder.resolve("large.yaml"));
    assertEquals(List.of(SourceCodes.GM2001, SourceCodes.GM1009, SourceCodes.GM1005), codes());
  }

  @Test
  void everyRealDocumentIsReadOrRefusedWithDiagnostics() throws IOException {
    Path corpus = Path.of(System.getProperty("gatemason.shared", "../../shared"), "corpus/openapi");
    assumeTrue(Files.isDirectory(corpus), "no corpus beside the project");
    int read = 0;
    try (Stream<Path> files = Files.list(corpus)) {
      for (Path file : files.sorted().toList()) {
        Diagnostics own = new Diagnostics();
        SourceSet set = new DocumentLoader(Map.of(), own).load(file);
        assertEquals(
            set.documents().isEmpty(),
            own.all().stream()
                .anyMatch(d -> d.code() == SourceCodes.GM2002 || d.code() == SourceCodes.GM1001),
            file::toString);
        assertFalse(own.all().stream().anyMatch(d -> d.message().isBlank()), file::toString);
        read += own.hasErrors() ? 0 : 1;
      }
    }
    assertTrue(read >= 125, "only " + read + " documents have no errors");
  }

  @Test
  void everyRealTemplateGivesDocumentsOrDiagnostics() throws IOException {
    Path corpus =
        Path.of(System.getProperty("gatemason.shared", "../../shared"), "corpus/templates");
    assumeTrue(Files.isDirectory(corpus), "no corpus beside the project");
    int withStages = 0;
    try (Stream<Path> files = Files.list(corpus)) {
      for (Path file : files.filter(f -> f.toString().matches(".*(ya?ml|json)")).toList()) {
        Diagnostics own = new Diagnostics();
        SourceSet set = new DocumentLoader(Map.of(), own).load(file);
        assertTrue(!set.documents().isEmpty() || own.hasErrors(), file::toString);
        assertFalse(own.all().stream().anyMatch(d -> d.message().isBlank()), file::toString);
        withStages += set.documents().stream().anyMatch(d -> !d.stages().isEmpty()) ? 1 : 0;
      }
    }
    assertTrue(withStages >= 20, "only " + withStages + " templates have stages");
  }

  private SourceSet load(Path source) {
    return new DocumentLoader(Map.of(), diagnostics).load(source);
  }

  private List<DiagnosticCode> codes() {
    return diagnostics.all().stream().map(d -> d.code()).toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static ObjectNode at(ObjectNode root, String... keys) {
    Node node = root;
    for (String key : keys) {
      node = node.asObject().orElseThrow().get(key).orElseThrow();
    }
    return node.asObject().orElseThrow();
  }
}
