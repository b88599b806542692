package io.gatemason.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.SourceCodes;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiagnosticCoverageTest {
  /**
   * Tested in DocumentLoaderTest: too large a file, an empty one, a missing one. Tested in
   * ReadersTest: a document that did not come through the loader. The rest is for other phases.
   */
  private static final Set<DiagnosticCode> WITHOUT_CASE =
      Set.of(SourceCodes.GM1005, SourceCodes.GM1009, SourceCodes.GM2001, DocumentCodes.GM2110);

  @Test
  void everyCodeUpToTheChecksHasACase() throws IOException {
    String expectations = DiagnosticCases.expectations();
    List<DiagnosticCode> missing =
        DiagnosticCode.all().stream()
            .filter(code -> code.name().compareTo("GM4000") < 0)
            .filter(code -> !WITHOUT_CASE.contains(code))
            .filter(code -> !expectations.contains(" " + code + ": "))
            .toList();
    assertEquals(List.of(), missing);
  }
}
