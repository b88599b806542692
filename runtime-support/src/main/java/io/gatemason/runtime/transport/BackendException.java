package io.gatemason.runtime.transport;

import io.gatemason.runtime.failure.ExchangeFailure;
import java.io.IOException;
import java.io.Serial;

/** A call that a backend did not answer, or not wholly. */
public final class BackendException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final RuntimeException failure;
  private final boolean unreachable;

  /**
   * A call that ended early.
   *
   * @param failure what becomes of the exchange (docs/behaviour/integrations.md#failures)
   * @param unreachable whether there was no connection, so that the request was not sent
   */
  BackendException(RuntimeException failure, boolean unreachable, Throwable cause) {
    super(cause.toString(), cause);
    this.failure = failure;
    this.unreachable = unreachable;
  }

  /** Whether there was no connection, so that another backend may get the request. */
  public boolean isUnreachable() {
    return unreachable;
  }

  /** Whether the client has hung up, which says nothing of the backend. */
  public boolean clientIsGone() {
    return failure instanceof ExchangeFailure;
  }

  /** What becomes of the exchange. */
  public RuntimeException asFailure() {
    return failure;
  }
}
