package io.gatemason.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.read.document.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generates each document below {@code golden} and compares every file with the copy beside it.
 * Accept a change with {@code -Dgatemason.accept} and review the difference. The copies are
 * compiled by a test of runtime-support.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> generatesTheExpectedFiles() throws IOException {
    try (Stream<Path> cases = Files.list(GOLDEN)) {
      List<Path> sorted = cases.filter(Files::isDirectory).sorted().toList();
      return sorted.stream()
          .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> compare(each)));
    }
  }

  /** A document, or a template that needs none. */
  private static Path source(Path golden) {
    Path document = golden.resolve("openapi.yaml");
    return Files.exists(document) ? document : golden.resolve("template.yaml");
  }

  private void compare(Path golden) throws IOException {
    Path output = folder.resolve(golden.getFileName());
    GenerationResult result =
        Generator.generate(
            TestHandlers.beside(
                golden,
                GenerationRequest.of(source(golden), output, "com.example.gateway")
                    .with(new ReadOptions(Optional.of("dev"), ReadOptions.BasePath.IGNORE))));
    assertEquals(
        List.of(),
        result.diagnostics().stream()
            // Stage variables and code of functions are there when a service starts.
            .filter(d -> d.code() != ApiCodes.GM3704 && d.code() != ApiCodes.GM3705)
            .filter(d -> d.severity() != Severity.NOTE)
            .map(Diagnostic::message)
            .toList());
    Path expected = golden.resolve("expected");
    if (Boolean.getBoolean("gatemason.accept")) {
      accept(output, expected);
    }
    Map<String, String> expectedFiles = files(expected);
    Map<String, String> actual = files(output);
    assertEquals(expectedFiles.keySet(), actual.keySet());
    expectedFiles.forEach((name, text) -> assertEquals(text, actual.get(name), name));
  }

  private static void accept(Path output, Path expected) throws IOException {
    for (String stale : files(expected).keySet()) {
      Files.delete(expected.resolve(stale));
    }
    for (Map.Entry<String, String> file : files(output).entrySet()) {
      Path target = expected.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
          files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return files;
  }
}
