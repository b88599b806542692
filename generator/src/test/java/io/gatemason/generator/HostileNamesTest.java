package io.gatemason.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No text of a document becomes code, whatever names it gives and wherever it stands. */
class HostileNamesTest {
  /** What the document tries to smuggle in; as an identifier it appears nowhere else. */
  private static final String SMUGGLED = "System";

  private static final int LONGEST_FILE_NAME = 255;
  private static final String PLAIN = "{\"statusCode\": \"200\"}";

  @TempDir Path folder;

  @Test
  void textOfADocumentNeverBecomesCode() throws IOException {
    String document = Files.readString(Path.of("src/test/resources/golden/names/openapi.yaml"));
    parse(generate("names.yaml", document));
  }

  @Test
  void namesOfFilesNeverBecomeCode() throws IOException {
    List<Path> files =
        generate("a \\u002a\\u002f System.exit(9); \u202e.yaml", document("/a", "a", PLAIN));
    parse(files);
    for (Path file : files) {
      assertTrue(Files.readString(file).chars().allMatch(c -> c < 0x7f), file::toString);
    }
  }

  @Test
  void devicesOfWindowsNameNoFile() throws IOException {
    for (String device : List.of("con", "AUX", "com1")) {
      for (Path file : generate(device + ".yaml", document("/" + device, device, PLAIN))) {
        for (Path part : folder.relativize(file)) {
          String name = part.toString().replaceFirst("\\..*", "").toLowerCase(Locale.ROOT);
          assertTrue(!name.equals(device.toLowerCase(Locale.ROOT)), file::toString);
        }
      }
    }
  }

  @Test
  void longAndDeepNamesGiveFilesThatCanBeWritten() {
    String longName = "x".repeat(4000);
    String response =
        "{\"statusCode\": 200, \"responseTemplates\": {\"a/" + longName + "\": \"$input.body\"}}";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          parse(generate("long.yaml", document("/" + longName, longName, response)));
          parse(generate("deep.yaml", document("/a".repeat(200), "deep", response)));
          parse(generate("y".repeat(240) + ".yaml", document("/a", "a", response)));
        });
  }

  @Test
  void renamingByLetterCaseAloneKeepsTheFile() throws IOException {
    generate("case.yaml", document("/a", "listpets", PLAIN));
    List<Path> files = generate("case.yaml", document("/a", "listPets", PLAIN));
    assertTrue(files.stream().anyMatch(file -> file.endsWith("ListPets.java")));
    assertTrue(files.stream().noneMatch(file -> file.endsWith("Listpets.java")));
  }

  private static String document(String path, String operationId, String response) {
    return """
    {"openapi": "3.0.1", "info": {"title": "Pets", "version": "1"}, "paths": {"%s": {"get": {
      "operationId": "%s",
      "responses": {"200": {"description": "ok"}},
      "x-amazon-apigateway-integration": {
        "type": "http", "httpMethod": "GET", "uri": "http://example.com",
        "responses": {"default": %s, "4..|%s.*": %s}}}}}}
    """
        .formatted(path, operationId, response, operationId, response);
  }

  private List<Path> generate(String name, String document) throws IOException {
    Path source = Files.createDirectories(folder.resolve("in")).resolve(name);
    Files.writeString(source, document);
    Path output = folder.resolve("out");
    GenerationResult result =
        Generator.generate(GenerationRequest.of(source, output, "com.example.gateway"));
    Files.delete(source);
    assertEquals(
        List.of(),
        result.diagnostics().stream()
            .filter(d -> !d.code().unsupported() && d.code() != ApiCodes.GM3117)
            .filter(d -> d.code() != ApiCodes.GM3701 && d.code() != ApiCodes.GM3602)
            .map(Diagnostic::message)
            .toList());
    try (Stream<Path> files = Files.walk(output)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Each file is Java, holds the one class it is named after, and nothing smuggled. */
  private static void parse(List<Path> files) throws IOException {
    assertTrue(files.size() > 3);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    Set<String> names = new HashSet<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, problems, null, null, manager.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().toUri());
        assertTrue(names.add(file.toString().toLowerCase(Locale.ROOT)), file::toString);
        assertTrue(file.getFileName().toString().length() <= LONGEST_FILE_NAME, file::toString);
        assertEquals(1, unit.getTypeDecls().size(), file::toString);
        ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
        assertEquals(file.getFileName().toString(), type.getSimpleName() + ".java");
        List<String> smuggled = new ArrayList<>();
        new TreeScanner<Void, List<String>>() {
          @Override
          public Void visitIdentifier(IdentifierTree node, List<String> found) {
            if (node.getName().contentEquals(SMUGGLED)) {
              found.add(node.toString());
            }
            return super.visitIdentifier(node, found);
          }
        }.scan(unit, smuggled);
        assertEquals(List.of(), smuggled, file::toString);
      }
    }
    assertEquals(List.of(), problems.getDiagnostics());
  }
}
