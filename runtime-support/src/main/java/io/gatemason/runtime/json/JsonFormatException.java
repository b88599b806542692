package io.gatemason.runtime.json;

import java.io.Serial;

/** Text that is not one well-formed JSON value. Carries no stack trace. */
public final class JsonFormatException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public JsonFormatException(String message) {
    super(message, null, false, false);
  }
}
