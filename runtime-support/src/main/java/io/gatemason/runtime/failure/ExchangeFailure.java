package io.gatemason.runtime.failure;

import java.io.Serial;

/**
 * Something about a request or its payload that ends the exchange. The server turns it into the
 * gateway response that belongs to its reason; callers let it pass. Carries no stack trace.
 */
public final class ExchangeFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Why the exchange ended. */
  public enum Reason {
    /** The payload is larger than the limit, and its length was not declared. */
    PAYLOAD_TOO_LARGE,
    /** The requests in progress hold all the memory that there is for bodies. */
    OVERLOADED,
    /** The body is not framed as HTTP demands: no request can be found after it. */
    MALFORMED_BODY,
    /** Content-Encoding is unknown, or the payload is not what it says. */
    CONTENT_ENCODING,
    /** A mapping expression reads a body that is not JSON. */
    REQUEST_BODY_NOT_JSON,
    /** Content handling demands base64, and the payload is not. */
    NOT_BASE64,
    /** A request template would have to read bytes that are not text. */
    REQUEST_NOT_TEXT,
    /** A response template would have to read bytes that are not text. */
    RESPONSE_NOT_TEXT,
    /** A response cannot carry this header. */
    ILLEGAL_HEADER,
    /** A client would take the answer for an interim one. */
    INTERIM_STATUS,
    /** The backend's payload could not be read, and nothing has been sent to the client yet. */
    BACKEND_PAYLOAD,
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
