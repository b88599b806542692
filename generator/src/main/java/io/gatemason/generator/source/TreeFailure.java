package io.gatemason.generator.source;

import java.util.Optional;

/** Ends the reading of a file; never leaves this package. */
final class TreeFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient SyntaxProblem problem;

  TreeFailure(SyntaxProblem.Kind kind, Range range, String message, String hint) {
    super(message, null, false, false);
    this.problem = new SyntaxProblem(kind, range, message, hint, Optional.empty());
  }

  SyntaxProblem problem() {
    return problem;
  }
}
