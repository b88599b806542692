package io.gatemason.benchmarks.generation;

import io.gatemason.benchmarks.table.Goal;
import io.gatemason.benchmarks.table.Numbers;
import io.gatemason.benchmarks.table.Outcome;
import io.gatemason.benchmarks.table.Row;
import io.gatemason.benchmarks.table.Run;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.Generator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Generated lines per line of real documents, over those that are generated. Documents whose text
 * is one long line, as minified JSON is, are left out: their lines say nothing.
 */
public final class CorpusRow implements Row {
  private static final String WHAT = "Generated lines per OpenAPI line, real documents";
  private static final int LONGEST_USUAL_LINE = 200;

  @Override
  public String id() {
    return "corpus";
  }

  @Override
  public List<Outcome> measure(Run run) throws IOException {
    Path folder = run.shared().resolve("corpus").resolve("openapi");
    if (!Files.isDirectory(folder)) {
      return List.of(Outcome.skipped(WHAT, "there is no " + folder));
    }
    List<Path> documents;
    try (Stream<Path> files = Files.list(folder)) {
      documents = files.filter(CorpusRow::isDocument).sorted().toList();
    }
    Path output = run.work().resolve("corpus");
    long written = 0;
    long generated = 0;
    int count = 0;
    for (Path document : documents) {
      long lines = lines(document);
      long own = lines == 0 ? 0 : generatedLines(document, Folders.empty(output));
      if (own > 0) {
        written += lines;
        generated += own;
        count++;
      }
    }
    if (count == 0) {
      return List.of(Outcome.skipped(WHAT, "no document of " + folder + " is generated"));
    }
    return List.of(
        Outcome.compared(
            WHAT,
            Numbers.text((double) generated) + " lines",
            Numbers.text((double) written) + " lines",
            (double) generated / written,
            count + " of " + documents.size() + " documents",
            Goal.atMost(5)));
  }

  private static boolean isDocument(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  /** The lines of a document that are not blank; 0 where they say nothing. */
  private static long lines(Path document) throws IOException {
    String text = new String(Files.readAllBytes(document), StandardCharsets.UTF_8);
    long lines = text.lines().filter(line -> !line.isBlank()).count();
    return text.length() > lines * LONGEST_USUAL_LINE ? 0 : lines;
  }

  private static long generatedLines(Path document, Path output) throws IOException {
    GenerationResult result =
        Generator.generate(GenerationRequest.of(document, output, GeneratedService.BASE_PACKAGE));
    long lines = 0;
    for (Path file : result.written()) {
      try (Stream<String> text = Files.lines(file)) {
        lines += text.filter(line -> !line.isBlank()).count();
      }
    }
    return lines;
  }
}
