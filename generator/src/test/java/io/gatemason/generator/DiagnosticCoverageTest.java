package io.gatemason.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiagnosticCoverageTest {
  /**
   * Tested in DocumentLoaderTest: too large a file, an empty one, a missing one. Tested in
   * ReadersTest: a document that did not come through the loader. The rest is for other phases.
   */
  private static final Set<DiagnosticCode> WITHOUT_CASE =
      Set.of(
          DiagnosticCode.GM1005,
          DiagnosticCode.GM1009,
          DiagnosticCode.GM2001,
          DiagnosticCode.GM2110);

  @Test
  void everyCodeUpToTheChecksHasACase() throws IOException {
    String expectations = DiagnosticCases.expectations();
    List<DiagnosticCode> missing =
        Arrays.stream(DiagnosticCode.values())
            .filter(code -> code.name().compareTo("GM4000") < 0)
            .filter(code -> !WITHOUT_CASE.contains(code))
            .filter(code -> !expectations.contains(" " + code + ": "))
            .toList();
    assertEquals(List.of(), missing);
  }
}
