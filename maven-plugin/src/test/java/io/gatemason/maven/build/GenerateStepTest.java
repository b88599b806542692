package io.gatemason.maven.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.GenerationOptions;
import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.diagnostics.Allowances;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.FailOn;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.handler.HandlerSearch;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.source.SourceFile;
import io.gatemason.maven.build.GenerateStep.Outcome;
import io.gatemason.maven.report.BuildLog;
import io.gatemason.maven.settings.BuildSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerateStepTest {
  @TempDir private Path folder;
  private final List<String> log = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int runs;

  @BeforeEach
  void writeDocument() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("gateway")).resolve("pets.yaml"), "a");
  }

  @Test
  void runsOnceForTheSameInputsAndSettings() throws IOException {
    assertEquals(Outcome.GENERATED, step().run(settings(FailOn.ERROR, "1")));
    assertEquals(Outcome.UNCHANGED, step().run(settings(FailOn.ERROR, "1")));

    assertEquals(1, runs);
    assertTrue(
        log.get(0).startsWith("info pets.yaml: 3 methods at /dev, /prod, 1,200 lines of Java, "));
    assertEquals("info pets.yaml: open without authorization: GET /pets, POST /pets", log.get(1));
    assertEquals(List.of("info Nothing to do: 1 document unchanged"), log.subList(2, log.size()));
  }

  @Test
  void runsAgainForOtherSettingsOrAnotherVersion() throws IOException {
    step().run(settings(FailOn.ERROR, "1"));
    step().run(settings(FailOn.ERROR, "2"));
    step().run(settings(FailOn.WARNING, "2"));

    assertEquals(3, runs);
  }

  @Test
  void refusesErrorsAndTriesAgainNextTime() throws IOException {
    diagnostics.add(diagnostic(SourceCodes.GM1001, Severity.ERROR));

    assertEquals(Outcome.REFUSED, step().run(settings(FailOn.ERROR, "1")));
    assertEquals(Outcome.REFUSED, step().run(settings(FailOn.ERROR, "1")));
    assertEquals(2, runs);
    assertTrue(log.get(2).startsWith("error pets.yaml:1:1: error GM1001: what is wrong\n"));
  }

  @Test
  void remembersHowManyWarningsAnUnchangedRunHad() throws IOException {
    diagnostics.add(diagnostic(SourceCodes.GM1001, Severity.WARNING));
    step().run(settings(FailOn.ERROR, "1"));
    step().run(settings(FailOn.ERROR, "1"));

    assertEquals(
        "info Nothing to do: 1 document unchanged, 1 warning ("
            + folder.resolve("diagnostics.json")
            + ")",
        log.get(log.size() - 1));
  }

  @Test
  void stopsOnWarningsWhenTold() throws IOException {
    diagnostics.add(diagnostic(SourceCodes.GM1001, Severity.WARNING));

    assertTrue(step().check(settings(FailOn.ERROR, "1")));
    assertFalse(step().check(settings(FailOn.WARNING, "1")));
  }

  @Test
  void writesTheReportAndNothingElseWhenChecking() throws IOException {
    diagnostics.add(diagnostic(SourceCodes.GM1001, Severity.ERROR));

    assertFalse(step().check(settings(FailOn.ERROR, "1")));

    String report = Files.readString(folder.resolve("diagnostics.json"));
    assertTrue(report.contains("\"GM1001\""), report);
    assertTrue(report.contains("\"pets.yaml\" : [ \"GET /pets\", \"POST /pets\" ]"), report);
    assertTrue(Files.notExists(folder.resolve("state")));
  }

  private GenerateStep step() {
    return new GenerateStep(this::generate, new LineLog(log));
  }

  private GenerationResult generate(GenerationRequest request) {
    runs++;
    Path file = request.output().resolve("Pets.java");
    try {
      Files.createDirectories(request.output());
      Files.writeString(file, "class Pets {}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new GenerationResult(
        List.of(
            new GenerationResult.Document(
                "pets",
                "pets.yaml",
                List.of("dev", "prod"),
                3,
                1200,
                Map.of(),
                List.of("GET /pets", "POST /pets"))),
        List.copyOf(diagnostics),
        List.of(file),
        List.of(),
        List.of(request.source().resolve("pets.yaml")),
        List.of(),
        new TreeMap<>());
  }

  private static Diagnostic diagnostic(DiagnosticCode code, Severity severity) {
    SourceFile file = new SourceFile("pets.yaml", "a");
    return new Diagnostic(code, severity, "what is wrong", file.range(), List.of(), "do this");
  }

  private BuildSettings settings(FailOn failOn, String version) {
    GenerationRequest request =
        new GenerationRequest(
            folder.resolve("gateway"),
            folder.resolve("generated"),
            new GenerationOptions(
                "gateway",
                ReadOptions.DEFAULT,
                Map.of(),
                Allowances.NONE,
                failOn,
                false,
                true,
                Map.of(),
                Set.of()),
            HandlerSearch.NOWHERE);
    return new BuildSettings(
        request, folder.resolve("diagnostics.json"), folder.resolve("state"), version);
  }

  private record LineLog(List<String> lines) implements BuildLog {
    @Override
    public void info(String line) {
      lines.add("info " + line);
    }

    @Override
    public void warn(String line) {
      lines.add("warn " + line);
    }

    @Override
    public void error(String line) {
      lines.add("error " + line);
    }
  }
}
