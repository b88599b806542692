package io.gatemason.runtime.server.wire;

import io.helidon.webserver.CloseConnectionException;
import java.io.Serial;

/** The client does not take what is written to it any more. */
public final class ClientGoneException extends CloseConnectionException {
  @Serial private static final long serialVersionUID = 1L;

  public ClientGoneException(Throwable cause) {
    super("the client cannot be written to", cause);
  }
}
