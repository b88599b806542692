package io.gatemason.runtime.failure;

import java.io.Serial;

/**
 * Ends an exchange for which there is no gateway response, see {@link GatewayFailure} for all
 * others. The server acts on its reason; callers let it pass. Carries no stack trace.
 */
public final class ExchangeFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Why the exchange ended. */
  public enum Reason {
    /** The requests in progress hold all the memory that there is for bodies. */
    OVERLOADED,
    /** The body is not framed as HTTP demands: no request can be found after it. */
    MALFORMED_BODY,
    /** Another thread has answered already, while the method still ran. */
    ANSWERED,
    /** Answer impossible: the client is gone, or a part of the answer is on its way already. */
    CONNECTION_LOST
  }

  private final Reason reason;

  /** A failure with a line for the log. */
  public ExchangeFailure(Reason reason, String logLine) {
    super(logLine, null, false, false);
    this.reason = reason;
  }

  /** Why the exchange ended. */
  public Reason reason() {
    return reason;
  }
}
