package io.gatemason.runtime.integration;

import io.gatemason.runtime.exchange.ExchangeFailure;
import io.gatemason.runtime.exchange.ExchangeFailure.Reason;
import io.gatemason.runtime.failure.GatewayFailure;
import java.io.IOException;
import java.io.Serial;

/** A call that a backend did not answer, or not wholly. */
final class BackendException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /** How far the call came. */
  enum Kind {
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

  Kind kind() {
    return kind;
  }

  /** What becomes of the exchange (rest-api.md §7.2). */
  RuntimeException asFailure() {
    return switch (kind) {
      case TIMEOUT -> GatewayFailure.integrationTimeout();
      case ABANDONED -> new ExchangeFailure(Reason.CONNECTION_LOST, "the client has hung up");
      case UNREACHABLE, BROKEN -> GatewayFailure.integrationFailure(String.valueOf(getMessage()));
    };
  }
}
