package io.gatemason.generator.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticFormatterTest {

  @Test
  void showsTheSourceLineWithCaretsAndTheHint() {
    SourceFile file = new SourceFile("pets.yaml", "paths:\n  type: http\n");
    assertEquals(
        """
        pets.yaml:2:9: error GM1001: it is "wrong"
            2 |   type: http
              |         ^^^^
           = hint: do it right
        """,
        DiagnosticFormatter.withExcerpt(at(file, "http", "it is \"wrong\"", "do it right")));
  }

  @Test
  void saysWhatToTypeToAllowAnError() {
    SourceFile file = new SourceFile("a.yaml", "x");
    String text =
        DiagnosticFormatter.withExcerpt(
            new Diagnostic(
                GatemasonCodes.GM3914, Severity.ERROR, "m", file.range(), List.of(), ""));
    assertTrue(
        text.endsWith(
            "= to allow it: \"-Dgatemason.suppressed.GM3914=<reason>\","
                + " or <suppressed><GM3914>reason</GM3914></suppressed> in the pom\n"),
        text);
    assertFalse(DiagnosticFormatter.withExcerpt(at(file, "x", "m", "")).contains("allow"));
  }

  @Test
  void alignsCaretsBehindTabsAndWideCharacters() {
    SourceFile file = new SourceFile("a.json", "{\t\"名前\": \"\uD83D\uDE00\", e\u0301: bad}");
    assertEquals(
        """
        a.json:1:19: error GM1001: m
            1 | {    "名前": "\uD83D\uDE00", e\u0301: bad}
              |                       ^^^
        """,
        DiagnosticFormatter.withExcerpt(at(file, "bad", "m", "")));
  }

  @Test
  void cutsLongLinesAroundThePlace() {
    SourceFile file = new SourceFile("a.json", "x".repeat(500) + "bad" + "y".repeat(500));
    assertEquals(
        "a.json:1:501: error GM1001: m\n    1 | …"
            + "x".repeat(40)
            + "bad"
            + "y".repeat(57)
            + "…\n      |  "
            + " ".repeat(40)
            + "^^^\n",
        DiagnosticFormatter.withExcerpt(at(file, "bad", "m", "")));
  }

  @Test
  void marksTheEndOfALineAndTheFirstLineOfALongRange() {
    SourceFile file = new SourceFile("a.yaml", "ab\ncd\n");
    Range end = new Range(file, file.position(2), file.position(2));
    Range both = new Range(file, file.position(1), file.position(5));
    assertEquals("    1 | ab\n      |   ^\n", SourceExcerpt.of(end));
    assertEquals("    1 | ab\n      |  ^\n", SourceExcerpt.of(both));
  }

  @Test
  void keepsControlCharactersOfADocumentAwayFromTheTerminal() {
    SourceFile file = new SourceFile("a.yaml", "\u001B[31mbad\u202E");
    assertEquals(
        "a.yaml:1:6: error GM1001: m [0m n\n    1 | \uFFFD[31mbad\uFFFD\n      |      ^^^\n",
        DiagnosticFormatter.withExcerpt(at(file, "bad", "m\u001B[0m\nn", "")));
  }

  @Test
  void showsOtherPlaces() {
    SourceFile file = new SourceFile("a.yaml", "a: 1\na: 2\n");
    Diagnostic diagnostic =
        new Diagnostic(
            SourceCodes.GM1014,
            Severity.WARNING,
            "twice",
            new Range(file, file.position(5), file.position(6)),
            List.of(
                new Diagnostic.Related(
                    new Range(file, file.position(0), file.position(1)), "first one here")),
            "");
    assertEquals(
        """
        a.yaml:2:1: warning GM1014: twice
            2 | a: 2
              | ^
           = a.yaml:1:1: first one here
            1 | a: 1
              | ^
        """,
        DiagnosticFormatter.withExcerpt(diagnostic));
  }

  private static Diagnostic at(SourceFile file, String text, String message, String hint) {
    int start = file.text().indexOf(text);
    Range range = new Range(file, file.position(start), file.position(start + text.length()));
    return new Diagnostic(SourceCodes.GM1001, Severity.ERROR, message, range, List.of(), hint);
  }
}
