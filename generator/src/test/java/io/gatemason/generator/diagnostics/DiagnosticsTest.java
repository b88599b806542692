package io.gatemason.generator.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
  private final SourceFile file = new SourceFile("b.yaml", "one\ntwo\n");
  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void keepsEqualDiagnosticsOnceAndSortsByFileAndPlace() {
    SourceFile other = new SourceFile("a.yaml", "x");
    diagnostics.report(SourceCodes.GM1014, range(4), "m", "");
    diagnostics.report(SourceCodes.GM1014, range(0), "m", "");
    diagnostics.report(SourceCodes.GM1014, range(0), "m", "");
    diagnostics.report(SourceCodes.GM1014, other.range(), "m", "");
    assertEquals(3, diagnostics.all().size());
    assertEquals(
        List.of("a.yaml:1:1", "b.yaml:1:1", "b.yaml:2:1"),
        diagnostics.sorted().stream().map(d -> d.range().toString()).toList());
    assertFalse(diagnostics.hasErrors());
  }

  @Test
  void tellsOnceWhatOneActionSettles() {
    SourceFile lines = new SourceFile("a.yaml", "\n".repeat(20));
    for (int line = 0; line < 8; line++) {
      Range range = new Range(lines, lines.position(line), lines.position(line + 1));
      diagnostics.report(SourceCodes.GM2020, range, "\"host\" has no value", "set it");
    }
    diagnostics.report(SourceCodes.GM2020, range(0), "\"host\" has no value", "set it");
    diagnostics.report(SourceCodes.GM2020, range(0), "\"port\" has no value", "set it");
    diagnostics.report(DocumentCodes.GM2122, range(0), "m", "");
    diagnostics.report(DocumentCodes.GM2122, range(4), "m", "");
    assertEquals(
        List.of(
            "a.yaml:1:1 \"host\" has no value (also in lines 2, 3, 4, 5, 6 and 2 more)",
            "b.yaml:1:1 \"host\" has no value",
            "b.yaml:1:1 \"port\" has no value",
            "b.yaml:1:1 m",
            "b.yaml:2:1 m"),
        diagnostics.sorted().stream().map(d -> d.range() + " " + d.message()).toList());
    assertEquals(12, diagnostics.all().size());
  }

  @Test
  void tellsOnceWhatIsBrokenManyTimesInADocument() {
    SourceFile lines = new SourceFile("a.yaml", "\n".repeat(40));
    for (int line = 0; line < 29; line++) {
      Range range = new Range(lines, lines.position(line), lines.position(line + 1));
      diagnostics.report(DocumentCodes.GM2122, range, "parameter " + line, "rename it");
    }
    for (int time = 0; time < 10; time++) {
      diagnostics.report(DocumentCodes.GM2122, range(0), "parameter " + time, "rename it");
    }
    List<Diagnostic> told = diagnostics.sorted();
    assertEquals(11, told.size());
    assertEquals("parameter 0 (and 28 more of this kind)", told.get(0).message());
    assertEquals(
        "a.yaml:29:1 parameter 28",
        told.get(0).related().get(27).range() + " " + told.get(0).related().get(27).message());
  }

  @Test
  void decidesWhatStopsABuild() {
    List<Diagnostic> note = List.of(diagnostic(SourceCodes.GM2022));
    List<Diagnostic> warning = List.of(diagnostic(SourceCodes.GM1014));
    List<Diagnostic> unsupported = List.of(diagnostic(GatemasonCodes.GM3914));
    List<Diagnostic> allowed =
        new Allowances(Map.of(GatemasonCodes.GM3914, "not needed")).apply(unsupported);
    assertEquals(Severity.WARNING, allowed.get(0).severity());
    for (FailOn failOn : FailOn.values()) {
      assertTrue(failOn.stops(unsupported));
      assertFalse(failOn.stops(note));
      assertEquals(failOn == FailOn.WARNING, failOn.stops(warning));
      assertEquals(failOn != FailOn.ERROR, failOn.stops(allowed));
    }
  }

  @Test
  void hidesAllowedWarningsButNeverErrors() {
    Allowances allowances = new Allowances(Map.of(SourceCodes.GM1014, "generated file"));
    List<Diagnostic> all = List.of(diagnostic(SourceCodes.GM1014), diagnostic(SourceCodes.GM1001));
    assertEquals(List.of(all.get(1)), allowances.apply(all));
    Map<DiagnosticCode, String> error = Map.of(SourceCodes.GM1001, "because");
    assertThrows(IllegalArgumentException.class, () -> new Allowances(error));
    Map<DiagnosticCode, String> silent = Map.of(SourceCodes.GM1014, " ");
    assertThrows(IllegalArgumentException.class, () -> new Allowances(silent));
  }

  @Test
  void reportsForTools() throws Exception {
    JsonNode report =
        new ObjectMapper()
            .readTree(
                JsonReport.of(
                    List.of(
                        new Diagnostic(
                            SourceCodes.GM1014,
                            Severity.WARNING,
                            "say \"it\"\n",
                            range(4),
                            List.of(new Diagnostic.Related(range(0), "first one here")),
                            "remove one")),
                    Map.of("b.yaml", List.of("GET /pets"))));
    assertEquals(1, report.at("/counts/warning").asInt());
    assertEquals(0, report.at("/counts/error").asInt());
    JsonNode first = report.at("/diagnostics/0");
    assertEquals("GM1014", first.get("code").asText());
    assertEquals("warning", first.get("severity").asText());
    assertEquals("say \"it\"\n", first.get("message").asText());
    assertEquals("b.yaml", first.get("file").asText());
    assertEquals(2, first.get("line").asInt());
    assertEquals(2, first.get("endColumn").asInt());
    assertEquals(1, first.at("/related/0/line").asInt());
    assertEquals("remove one", first.get("hint").asText());
    assertEquals("GET /pets", report.get("open").get("b.yaml").get(0).asText());
  }

  @Test
  void findsTheWordThatWasMeant() {
    List<String> known = List.of("uri", "type", "httpMethod", "requestTemplates");
    assertEquals(Optional.of("uri"), DidYouMean.closest("url", known));
    assertEquals(Optional.of("type"), DidYouMean.closest("tpye", known));
    assertEquals(Optional.of("httpMethod"), DidYouMean.closest("HTTPmethods", known));
    assertEquals(Optional.of("requestTemplates"), DidYouMean.closest("requesTemplate", known));
    assertEquals(Optional.empty(), DidYouMean.closest("cache", known));
    assertEquals(Optional.empty(), DidYouMean.closest("responseTemplates", known));
    assertEquals("", DidYouMean.hint("x-vendor", known));
    assertEquals("did you mean \"uri\"?", DidYouMean.hint("urj", known));
  }

  private Range range(int offset) {
    return new Range(file, file.position(offset), file.position(offset + 1));
  }

  private Diagnostic diagnostic(DiagnosticCode code) {
    return new Diagnostic(code, code.severity(), "m", range(0), List.of(), "");
  }
}
