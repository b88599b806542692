package io.gatemason.runtime.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real documents: each is generated and compiles, or is refused with the recorded codes; never a
 * defect, never invalid Java. Record new outcomes with {@code -Dgatemason.accept} and review them.
 */
class CorpusCompileTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("gatemason.shared", "../shared"), "corpus", "openapi");
  private static final Path RECORD = Path.of("src/test/resources/corpus-outcomes.txt");
  private static final int LINES_PER_LINE = 5;

  @TempDir Path folder;

  private int documentLines;
  private int generatedLines;

  @Test
  void everyDocumentIsGeneratedAndCompilesOrIsRefusedAsRecorded() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPUS), "skipped: no corpus at " + CORPUS);
    Map<String, String> outcomes = new TreeMap<>();
    int number = 0;
    for (Path file : documents()) {
      outcomes.put(file.getFileName().toString(), outcome(file, "d" + number++));
    }
    List<String> complaints =
        JavaCompilation.compile(folder.resolve("sources"), folder.resolve("classes"));
    assertEquals(List.of(), complaints);
    List<String> lines =
        outcomes.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList();
    if (Boolean.getBoolean("gatemason.accept")) {
      Files.write(RECORD, lines);
    }
    assertEquals(String.join("\n", Files.readAllLines(RECORD)), String.join("\n", lines));
    System.out.printf(
        "corpus: %d lines of documents gave %d lines of Java (%.2f)%n",
        documentLines, generatedLines, (double) generatedLines / documentLines);
    assertTrue(generatedLines < LINES_PER_LINE * documentLines);
  }

  private String outcome(Path file, String packageName) throws IOException {
    Path output = folder.resolve("sources").resolve(packageName);
    GenerationResult result =
        Generator.generate(GenerationRequest.of(file, output, "corpus." + packageName));
    List<DiagnosticCode> errors =
        result.diagnostics().stream()
            .filter(d -> d.severity() == Severity.ERROR)
            .map(Diagnostic::code)
            .distinct()
            .sorted(DiagnosticCode.BY_NAME)
            .toList();
    if (!errors.isEmpty()) {
      return errors.stream().map(DiagnosticCode::name).collect(Collectors.joining(" "));
    }
    documentLines += Files.readAllLines(file).size();
    for (Path source : javaFiles(output)) {
      generatedLines += Files.readAllLines(source).size();
    }
    return "generated";
  }

  private static List<Path> javaFiles(Path output) throws IOException {
    try (Stream<Path> all = Files.walk(output)) {
      return new ArrayList<>(all.filter(f -> f.toString().endsWith(".java")).toList());
    }
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> all = Files.list(CORPUS)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
