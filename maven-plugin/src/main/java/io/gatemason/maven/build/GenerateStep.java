package io.gatemason.maven.build;

import io.gatemason.generator.GenerationRequest;
import io.gatemason.generator.GenerationResult;
import io.gatemason.maven.incremental.Fingerprint;
import io.gatemason.maven.incremental.LastRun;
import io.gatemason.maven.report.BuildLog;
import io.gatemason.maven.report.ConsoleReport;
import io.gatemason.maven.report.ReportFile;
import io.gatemason.maven.settings.BuildSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Documents to Java sources, unless there is nothing to do. */
public final class GenerateStep {
  /** What came of it. */
  public enum Outcome {
    /** The sources of the last run are still right. */
    UNCHANGED,
    /** The sources are up to date now. */
    GENERATED,
    /** Diagnostics stop the build. */
    REFUSED
  }

  /** The generator. */
  @FunctionalInterface
  public interface Generation {
    /**
     * Runs it.
     *
     * @throws IOException when files cannot be written
     */
    GenerationResult run(GenerationRequest request) throws IOException;
  }

  private final Generation generator;
  private final BuildLog log;
  private List<Path> inputs = List.of();
  private String counts = "";

  /** Generates with a generator and reports to a log. */
  public GenerateStep(Generation generator, BuildLog log) {
    this.generator = generator;
    this.log = log;
  }

  /**
   * Brings the generated sources up to date and reports.
   *
   * @throws IOException when files cannot be read or written
   */
  public Outcome run(BuildSettings settings) throws IOException {
    LastRun lastRun = lastRun(settings);
    Optional<String> unchanged = lastRun.unchanged();
    if (unchanged.isPresent()) {
      log.info(unchanged.get());
      return Outcome.UNCHANGED;
    }
    lastRun.forget();
    GenerationResult result = generateAndReport(settings);
    inputs = result.inputs();
    if (settings.request().options().failOn().stops(result.diagnostics())) {
      return Outcome.REFUSED;
    }
    lastRun.save(result.inputs(), summary(settings, result));
    return Outcome.GENERATED;
  }

  /** Reports what is wrong, and whether nothing of it stops the build; remembers nothing. */
  public boolean check(BuildSettings settings) throws IOException {
    GenerationResult result = generateAndReport(settings);
    return !settings.request().options().failOn().stops(result.diagnostics());
  }

  /** The files that the last run has read. */
  List<Path> inputs() {
    return inputs;
  }

  /** Such as {@code 1 error, 2 warnings}: what the last run reported. */
  public String counts() {
    return counts;
  }

  private GenerationResult generateAndReport(BuildSettings settings) throws IOException {
    Instant start = Instant.now();
    GenerationResult result = generator.run(settings.request());
    counts = ConsoleReport.counts(result.diagnostics());
    ConsoleReport console = new ConsoleReport(log);
    console.documents(result.documents(), Duration.between(start, Instant.now()));
    console.diagnostics(result.diagnostics());
    ReportFile.write(settings.report(), result);
    return result;
  }

  private static String summary(BuildSettings settings, GenerationResult result) {
    int documents = result.documents().size();
    String summary = "Nothing to do: " + documents + " document" + (documents == 1 ? "" : "s");
    String counts = ConsoleReport.counts(result.diagnostics());
    return counts.isEmpty()
        ? summary + " unchanged"
        : summary + " unchanged, " + counts + " (" + settings.report() + ")";
  }

  private static LastRun lastRun(BuildSettings settings) {
    GenerationRequest request = settings.request();
    String digest =
        new Fingerprint()
            .add("tool", settings.toolVersion())
            .add("options", request.options().toString())
            .add("report", settings.report().toString())
            .add("source", request.source().toString())
            .add("output", request.output().toString())
            .hex();
    return new LastRun(settings.stateFile(), request.source(), request.output(), digest);
  }
}
