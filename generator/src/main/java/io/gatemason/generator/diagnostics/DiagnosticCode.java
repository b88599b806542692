package io.gatemason.generator.diagnostics;

/**
 * The catalogue: every kind of diagnostic, with its default severity. Each constant has a page of
 * its own name in {@code docs/diagnostics}.
 *
 * <p>GM1xxx source, GM2xxx read, GM3xxx check, GM4xxx mapping templates, GM5xxx payload models,
 * GM6xxx layout and emit, GM9xxx defects of Gatemason.
 */
public enum DiagnosticCode {
  /** The file is not well-formed YAML or JSON. */
  GM1001(Severity.ERROR, "document cannot be parsed"),
  /** A setting that is understood but has no effect in generated code yet. */
  GM3901(Severity.ERROR, "feature not supported yet", Kind.UNSUPPORTED),
  /** An exception that should not have happened. */
  GM9001(Severity.ERROR, "defect in Gatemason");

  private enum Kind {
    PLAIN,
    UNSUPPORTED
  }

  private final Severity severity;
  private final String title;
  private final Kind kind;

  DiagnosticCode(Severity severity, String title) {
    this(severity, title, Kind.PLAIN);
  }

  DiagnosticCode(Severity severity, String title, Kind kind) {
    this.severity = severity;
    this.title = title;
    this.kind = kind;
  }

  /** The severity unless a diagnostic says otherwise. */
  public Severity severity() {
    return severity;
  }

  /** A few words naming the kind, without the user's own. */
  public String title() {
    return title;
  }

  /** Whether the document is right but Gatemason does not do it yet. */
  public boolean unsupported() {
    return kind == Kind.UNSUPPORTED;
  }
}
