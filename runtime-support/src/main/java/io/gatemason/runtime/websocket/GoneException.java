package io.gatemason.runtime.websocket;

import java.io.Serial;

/** The connection is over. */
final class GoneException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  GoneException() {
    super("the connection is over", null, false, false);
  }
}
