package io.gatemason.generator.diagnostics;

import io.gatemason.generator.source.Range;
import java.util.List;

/**
 * One thing to tell the user. Immutable.
 *
 * @param code the kind
 * @param severity error, warning or note
 * @param message what is wrong, with the user's own words in quotes; one line, no full stop
 * @param range where
 * @param related other places that belong to it, such as the first of two duplicates; may be empty
 * @param hint the next action; empty text where there is none to give
 */
public record Diagnostic(
    DiagnosticCode code,
    Severity severity,
    String message,
    Range range,
    List<Related> related,
    String hint) {

  /**
   * Another place of a diagnostic.
   *
   * @param range where
   * @param message why it is named, such as {@code first declared here}
   */
  public record Related(Range range, String message) {}

  public Diagnostic {
    related = List.copyOf(related);
  }
}
