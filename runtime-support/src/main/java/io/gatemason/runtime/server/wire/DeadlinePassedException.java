package io.gatemason.runtime.server.wire;

import io.helidon.webserver.CloseConnectionException;
import java.io.Serial;

/** The client has let a deadline pass; its connection is cut already. */
public final class DeadlinePassedException extends CloseConnectionException {
  @Serial private static final long serialVersionUID = 1L;

  public DeadlinePassedException(Wait wait) {
    super("the client let a deadline pass: " + wait);
  }
}
