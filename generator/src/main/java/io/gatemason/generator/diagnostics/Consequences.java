package io.gatemason.generator.diagnostics;

import io.gatemason.generator.source.Range;
import java.util.List;

/**
 * Keeps what a phase reports apart from what follows from errors of earlier phases: a text with an
 * unresolved placeholder is also no URI, but only the placeholder is the user's concern. Not
 * thread-safe.
 */
public final class Consequences {
  private final Diagnostics all;
  private final List<Range> errors;

  /** Remembers the errors that are there before a phase. */
  public Consequences(Diagnostics all) {
    this.all = all;
    this.errors =
        all.all().stream()
            .filter(d -> d.severity() == Severity.ERROR)
            .map(Diagnostic::range)
            .toList();
  }

  /** Passes on what a phase reported, apart from problems on the same text as an earlier error. */
  public void add(Diagnostics phase) {
    phase.all().stream().filter(d -> d.code().unsupported() || !follows(d)).forEach(all::add);
  }

  private boolean follows(Diagnostic diagnostic) {
    Range range = diagnostic.range();
    return errors.stream()
        .anyMatch(
            error ->
                error.file() == range.file()
                    && error.start().line() == range.start().line()
                    && error.start().offset() < range.end().offset()
                    && error.end().offset() > range.start().offset());
  }
}
