package io.gatemason.generator.vtl.parse;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.source.Position;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;

/** Reports what is wrong with one template at its place in the document. Not thread-safe. */
public final class Problems {
  private final ScalarNode template;
  private final Diagnostics diagnostics;
  private final boolean lenient;
  private boolean failed;

  public Problems(ScalarNode template, Diagnostics diagnostics, boolean lenient) {
    this.template = template;
    this.diagnostics = diagnostics;
    this.lenient = lenient;
  }

  /** Reports an error; no code may be generated. */
  public void error(DiagnosticCode code, int at, int length, String message, String hint) {
    failed = true;
    report(code, Severity.ERROR, at, length, message, hint);
  }

  /** Reports what fails at run time: an error, or a warning where that was asked for. */
  public void failure(DiagnosticCode code, int at, int length, String message, String hint) {
    if (lenient) {
      warning(code, at, length, message, hint);
    } else {
      error(code, at, length, message, hint);
    }
  }

  /** Reports something that does not keep the template from working. */
  public void warning(DiagnosticCode code, int at, int length, String message, String hint) {
    report(code, Severity.WARNING, at, length, message, hint);
  }

  /** Whether an error was reported. */
  public boolean failed() {
    return failed;
  }

  private void report(
      DiagnosticCode code, Severity severity, int at, int length, String message, String hint) {
    diagnostics.add(new Diagnostic(code, severity, message, range(at, length), List.of(), hint));
  }

  private Range range(int at, int length) {
    int end = Math.min(at + length, template.text().length());
    Position start = template.position(at);
    Position last = template.position(end);
    return new Range(template.range().file(), start, last.compareTo(start) < 0 ? start : last);
  }
}
