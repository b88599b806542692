package io.gatemason.generator.diagnostics;

/** How much a code weighs, and whether a user may make it weigh less. */
public enum Weight {
  /** Nothing is generated. */
  ERROR(Severity.ERROR),
  /** An error that a user may allow, with a reason. */
  ALLOWABLE_ERROR(Severity.ERROR),
  /** The document is right, but what Gatemason lacks matters; it can be allowed. */
  UNSUPPORTED_ERROR(Severity.ERROR),
  WARNING(Severity.WARNING),
  /** The document is right, but Gatemason lacks something that can be missed. */
  UNSUPPORTED_WARNING(Severity.WARNING),
  NOTE(Severity.NOTE);

  private final Severity severity;

  Weight(Severity severity) {
    this.severity = severity;
  }

  Severity severity() {
    return severity;
  }

  boolean allowable() {
    return this == ALLOWABLE_ERROR || unsupported();
  }

  boolean unsupported() {
    return this == UNSUPPORTED_ERROR || this == UNSUPPORTED_WARNING;
  }
}
