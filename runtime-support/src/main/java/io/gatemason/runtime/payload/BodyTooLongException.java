package io.gatemason.runtime.payload;

import java.io.IOException;
import java.io.Serial;

/** The client announced a part of its body that is longer than the gateway takes. */
public final class BodyTooLongException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /** What was announced, for the log. */
  public BodyTooLongException(String message) {
    super(message);
  }
}
