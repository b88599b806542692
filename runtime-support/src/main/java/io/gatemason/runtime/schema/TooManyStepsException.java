package io.gatemason.runtime.schema;

/** Something took longer than a body of its size may take. Without stack trace. */
final class TooManyStepsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyStepsException() {
    super("too many steps", null, false, false);
  }
}
