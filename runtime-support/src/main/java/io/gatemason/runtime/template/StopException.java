package io.gatemason.runtime.template;

import java.io.Serial;

/** Ends the rendering of a template at {@code #stop}; not a failure. */
final class StopException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  StopException() {
    super("#stop", null, false, false);
  }
}
