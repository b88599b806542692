package io.gatemason.runtime.transport;

import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.ExchangeFailure.Reason;
import io.gatemason.runtime.failure.GatewayFailure;
import java.io.IOException;
import java.io.Serial;

/** A call that a backend did not answer, or not wholly. */
public final class BackendException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /** How far the call came. */
  public enum Kind {
    /** No connection: the request was not sent. */
    UNREACHABLE,
    /** The connection broke, or what came was not HTTP. */
    BROKEN,
    /** The time limit was reached. */
    TIMEOUT,
    /** The client hung up. */
    ABANDONED
  }

  private final Kind kind;

  BackendException(Kind kind, Throwable cause) {
    super(cause.toString(), cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What becomes of the exchange (docs/behaviour/integrations.md#failures). */
  public RuntimeException asFailure() {
    return switch (kind) {
      case TIMEOUT -> GatewayFailure.integrationTimeout();
      case ABANDONED -> new ExchangeFailure(Reason.CONNECTION_LOST, "the client has hung up");
      case UNREACHABLE, BROKEN -> GatewayFailure.integrationFailure(String.valueOf(getMessage()));
    };
  }
}
