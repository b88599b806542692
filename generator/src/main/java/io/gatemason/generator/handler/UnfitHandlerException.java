package io.gatemason.generator.handler;

/** Says why a class or method is no handler; never leaves this package. */
final class UnfitHandlerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String hint;

  UnfitHandlerException(String problem, String hint) {
    super(problem, null, false, false);
    this.hint = hint;
  }

  String hint() {
    return hint;
  }
}
