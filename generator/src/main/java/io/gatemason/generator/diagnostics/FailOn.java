package io.gatemason.generator.diagnostics;

import java.util.Collection;

/** Which diagnostics stop a build. Errors always do. */
public enum FailOn {
  /** Errors. */
  ERROR,
  /** Also features that are not supported yet and were allowed by {@link Allowances}. */
  UNSUPPORTED,
  /** Also every warning. */
  WARNING;

  /** Whether these diagnostics stop the build. */
  public boolean stops(Collection<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(this::stops);
  }

  private boolean stops(Diagnostic diagnostic) {
    return switch (diagnostic.severity()) {
      case ERROR -> true;
      case WARNING -> this == WARNING || (this == UNSUPPORTED && diagnostic.code().unsupported());
      case NOTE -> false;
    };
  }
}
