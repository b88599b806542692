package io.gatemason.runtime.auth.token;

import java.io.Serial;

/** A token that proves nothing. Its message never holds a part of the token. No stack trace. */
public final class TokenRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** What is wrong with a token, as far as anybody may be told. */
  public enum Reason {
    /** It is no token, or of a form that is not accepted. */
    MALFORMED,
    /** Its algorithm is not one of those that are expected. */
    ALGORITHM,
    /** Its key is not known. */
    KEY,
    /** Its signature is not that of its key. */
    SIGNATURE,
    /** Its issuer is another. */
    ISSUER,
    /** It is meant for somebody else. */
    AUDIENCE,
    /** It is over. */
    EXPIRED,
    /** It is not valid yet. */
    NOT_YET,
    /** It is a token for another use. */
    USE,
    /** It lacks every scope that would do. */
    SCOPE
  }

  private final Reason reason;

  /** A refusal with a line for the log. */
  public TokenRefusedException(Reason reason, String logLine) {
    super(logLine, null, false, false);
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
