package io.gatemason.generator.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosticPagesTest {

  @ParameterizedTest
  @MethodSource("io.gatemason.generator.diagnostics.DiagnosticCode#all")
  void everyCodeHasAPageWithCauseExamplesAndSource(DiagnosticCode code) {
    String page = DiagnosticPages.page(code);
    assertTrue(page.startsWith("# " + code + ": " + code.title() + "\n"), page);
    String severity = code.severity().name().toLowerCase(Locale.ROOT);
    assertTrue(page.contains("\nSeverity: " + severity + "\n"), page);
    for (String part : new String[] {"Cause", "Wrong", "Right", "Source of the rule"}) {
      assertTrue(page.contains("\n## " + part + "\n"), part);
    }
  }

  @Test
  void everyPageHasACode() throws IOException {
    Set<String> codes =
        DiagnosticCode.all().stream()
            .map(DiagnosticCode::name)
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> pages = Files.list(Path.of("../docs/diagnostics"))) {
      Set<String> names =
          pages
              .map(p -> p.getFileName().toString().replaceFirst("\\.md$", ""))
              .filter(name -> name.matches("GM\\d{4}"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(codes, names);
    }
  }
}
