package io.gatemason.runtime.websocket;

import java.io.Serial;

/** Too much waits for a client to take it. */
final class BacklogException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  BacklogException() {
    super("too much waits for the client", null, false, false);
  }
}
