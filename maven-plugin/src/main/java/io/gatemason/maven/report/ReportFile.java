package io.gatemason.maven.report;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.JsonReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The diagnostics of a run in a file for tools. */
public final class ReportFile {
  private ReportFile() {}

  /** Writes the report; a file that says the same already is not touched. */
  public static void write(Path file, List<Diagnostic> diagnostics) throws IOException {
    byte[] report = JsonReport.of(diagnostics).getBytes(StandardCharsets.UTF_8);
    if (!Files.isRegularFile(file) || !Arrays.equals(report, Files.readAllBytes(file))) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, report);
    }
  }
}
