package io.gatemason.runtime.server.wire;

import java.io.Serial;

/**
 * A request does not follow HTTP, or asks for what is not served. Nothing after it can be trusted
 * to be a request, so its connection is closed.
 */
public final class RefusalException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  private RefusalException(int status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }

  public static RefusalException badRequest(String reason) {
    return new RefusalException(400, reason);
  }

  public static RefusalException of(int status, String reason) {
    return new RefusalException(status, reason);
  }

  /** The status of the answer, if one can be sent. */
  public int status() {
    return status;
  }
}
