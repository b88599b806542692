package io.gatemason.maven.report;

import io.gatemason.generator.GenerationResult;
import io.gatemason.generator.diagnostics.JsonReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The diagnostics of a run, and what it left open, in a file for tools. */
public final class ReportFile {
  private ReportFile() {}

  /** Writes the report; a file that says the same already is not touched. */
  public static void write(Path file, GenerationResult result) throws IOException {
    Map<String, List<String>> open = new LinkedHashMap<>();
    result.documents().forEach(document -> open.put(document.name(), document.open()));
    byte[] report = JsonReport.of(result.diagnostics(), open).getBytes(StandardCharsets.UTF_8);
    if (!Files.isRegularFile(file) || !Arrays.equals(report, Files.readAllBytes(file))) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, report);
    }
  }
}
