package io.gatemason.generator.diagnostics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The codes that a user allows, each with a reason. An allowed warning or note is not shown; an
 * error that can be allowed, above all a feature that is not supported yet, becomes a warning;
 * other errors stay. Immutable.
 *
 * @param reasons why each code is allowed; never empty text
 */
public record Allowances(Map<DiagnosticCode, String> reasons) {

  /** Nothing is allowed. */
  public static final Allowances NONE = new Allowances(Map.of());

  /**
   * Checks the reasons.
   *
   * @throws IllegalArgumentException if a code has no reason, or is an error that cannot be allowed
   */
  public Allowances {
    Map<DiagnosticCode, String> sorted = new TreeMap<>(DiagnosticCode.BY_NAME);
    sorted.putAll(reasons);
    reasons = Collections.unmodifiableMap(sorted);
    reasons.forEach(
        (code, reason) -> {
          if (reason.isBlank()) {
            throw new IllegalArgumentException("Code " + code + " is allowed without a reason");
          }
          if (code.severity() == Severity.ERROR && !code.allowable()) {
            throw new IllegalArgumentException("Code " + code + " is an error, it stays one");
          }
        });
  }

  /** What is left to show and to judge. */
  public List<Diagnostic> apply(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(d -> !hidden(d)).map(this::weighed).toList();
  }

  private boolean hidden(Diagnostic diagnostic) {
    return diagnostic.severity() != Severity.ERROR && reasons.containsKey(diagnostic.code());
  }

  private Diagnostic weighed(Diagnostic d) {
    return d.code().allowable() && reasons.containsKey(d.code())
        ? new Diagnostic(d.code(), Severity.WARNING, d.message(), d.range(), d.related(), d.hint())
        : d;
  }
}
