package io.gatemason.generator.diagnostics;

/** How much a diagnostic weighs. */
public enum Severity {
  /** Nothing is generated. */
  ERROR,
  /** Something will not be as the document says, or works by the service's leniency only. */
  WARNING,
  /** Information. */
  NOTE
}
