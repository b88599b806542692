package io.gatemason.generator.diagnostics;

import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.SyntaxProblem;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the diagnostics of one run; equal ones are kept once. Not thread-safe. */
public final class Diagnostics {
  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.<Diagnostic, String>comparing(d -> d.range().file().name())
          .thenComparing(d -> d.range().start())
          .thenComparing(Diagnostic::code, DiagnosticCode.BY_NAME)
          .thenComparing(Diagnostic::message);

  private final Set<Diagnostic> collected = new LinkedHashSet<>();
  private int errorsTold;

  /** Adds a diagnostic of the code's own severity. */
  public void report(DiagnosticCode code, Range range, String message, String hint) {
    add(new Diagnostic(code, code.severity(), message, range, List.of(), hint));
  }

  /** Adds what was wrong with the text of a file. */
  public void report(SyntaxProblem problem) {
    DiagnosticCode code = code(problem.kind());
    List<Diagnostic.Related> related =
        problem.first().stream().map(r -> new Diagnostic.Related(r, "earlier one here")).toList();
    add(
        new Diagnostic(
            code, code.severity(), problem.message(), problem.range(), related, problem.hint()));
  }

  /** Adds a diagnostic unless an equal one is there. */
  public void add(Diagnostic diagnostic) {
    errorsTold += diagnostic.severity() == Severity.ERROR ? 1 : 0;
    collected.add(diagnostic);
  }

  /** Everything collected so far, in the order of arrival. */
  public List<Diagnostic> all() {
    return List.copyOf(collected);
  }

  /**
   * Everything collected so far, by file name and place, for people: what one action settles in
   * many places of a file is told once, with the other lines.
   */
  public List<Diagnostic> sorted() {
    return Repeats.joined(collected.stream().sorted(BY_PLACE).toList());
  }

  /** The errors among them. */
  public List<Diagnostic> errors() {
    return collected.stream().filter(d -> d.severity() == Severity.ERROR).toList();
  }

  /** How often an error was added, equal ones too: it grows while something goes wrong. */
  public int errorsTold() {
    return errorsTold;
  }

  /** Whether an error was collected. */
  public boolean hasErrors() {
    return collected.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  private static DiagnosticCode code(SyntaxProblem.Kind kind) {
    return switch (kind) {
      case MALFORMED -> SourceCodes.GM1001;
      case ENCODING -> SourceCodes.GM1002;
      case CHARACTER -> SourceCodes.GM1003;
      case TAB -> SourceCodes.GM1004;
      case TOO_LARGE -> SourceCodes.GM1005;
      case TOO_DEEP -> SourceCodes.GM1006;
      case TOO_MANY_VALUES -> SourceCodes.GM1007;
      case LONG_KEY -> SourceCodes.GM1008;
      case EMPTY -> SourceCodes.GM1009;
      case SECOND_DOCUMENT -> SourceCodes.GM1010;
      case COMPOUND_KEY -> SourceCodes.GM1011;
      case UNKNOWN_ALIAS -> SourceCodes.GM1012;
      case FOREIGN_TAG -> SourceCodes.GM1013;
      case DUPLICATE_KEY -> SourceCodes.GM1014;
      case NOT_STRICT_JSON -> SourceCodes.GM1015;
    };
  }
}
