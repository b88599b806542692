package io.gatemason.generator.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatemason.generator.diagnostics.DiagnosticFormatter;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.read.document.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads real documents of other people, which are not part of the project. Per file the codes of
 * its errors and warnings are recorded with their numbers.
 */
class CorpusTest {
  private static final Path OUTCOMES = Path.of("src/test/resources/corpus/read.outcomes");
  private static final Path FOLDER =
      Path.of(System.getProperty("gatemason.shared", "../../shared"), "corpus", "openapi");

  @Test
  void readsEveryDocumentOrSaysWhyNot() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "the corpus does not lie beside the project");
    StringBuilder actual = new StringBuilder();
    StringBuilder report = new StringBuilder();
    for (Path file : files()) {
      Diagnostics diagnostics = new Diagnostics();
      String name = file.getFileName().toString();
      Documents.read(file, ReadOptions.DEFAULT, diagnostics);
      actual.append(name).append(": ").append(outcome(diagnostics)).append('\n');
      diagnostics.sorted().forEach(d -> report.append(DiagnosticFormatter.withExcerpt(d)));
    }
    Files.writeString(Path.of("target/corpus-diagnostics.txt"), report);
    if (Boolean.getBoolean("gatemason.accept")) {
      Files.createDirectories(OUTCOMES.getParent());
      Files.writeString(OUTCOMES, actual);
    }
    assertEquals(Files.readString(OUTCOMES), actual.toString());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  private static String outcome(Diagnostics diagnostics) {
    Map<String, Integer> counts = new TreeMap<>();
    diagnostics.all().stream()
        .filter(d -> d.severity() != Severity.NOTE)
        .forEach(d -> counts.merge(d.code().name(), 1, Integer::sum));
    String codes =
        counts.entrySet().stream()
            .map(e -> e.getKey() + (e.getValue() > 1 ? "x" + e.getValue() : ""))
            .collect(Collectors.joining(" "));
    return (diagnostics.hasErrors() ? "refused" : "accepted")
        + (codes.isEmpty() ? "" : " " + codes);
  }
}
