package io.gatemason.runtime.payload;

import java.io.IOException;
import java.io.Serial;

/** A body is not framed as HTTP demands, so that its end cannot be found. */
public final class MalformedBodyException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /** What is wrong, for the log. */
  public MalformedBodyException(String message) {
    super(message);
  }
}
