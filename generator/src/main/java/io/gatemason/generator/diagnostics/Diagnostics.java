package io.gatemason.generator.diagnostics;

import io.gatemason.generator.source.Range;
import java.util.ArrayList;
import java.util.List;

/** Collects the diagnostics of one run; equal ones are kept once. Not thread-safe. */
public final class Diagnostics {
  private final List<Diagnostic> collected = new ArrayList<>();

  /** Adds a diagnostic of the code's own severity. */
  public void report(DiagnosticCode code, Range range, String message, String hint) {
    add(new Diagnostic(code, code.severity(), message, range, List.of(), hint));
  }

  /** Adds a diagnostic unless an equal one is there. */
  public void add(Diagnostic diagnostic) {
    if (!collected.contains(diagnostic)) {
      collected.add(diagnostic);
    }
  }

  /** Everything collected so far, in the order of arrival. */
  public List<Diagnostic> all() {
    return List.copyOf(collected);
  }

  /** Whether an error was collected. */
  public boolean hasErrors() {
    return collected.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }
}
