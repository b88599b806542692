package io.gatemason.runtime.auth.signature;

import java.io.Serial;

/** A request that is not rightly signed. The message is for the client. Carries no stack trace. */
public final class SignatureRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** What is wrong, as the error types of the service say. */
  public enum Kind {
    /** There is no signature at all. */
    MISSING("MissingAuthenticationTokenException"),
    /** A part is missing, or of a form that is not read. */
    INCOMPLETE("IncompleteSignatureException"),
    /** It is not the signature of this request, or not one for this API, or not of this time. */
    INVALID("InvalidSignatureException"),
    /** The access key or the session token is not known. */
    UNKNOWN("UnrecognizedClientException"),
    /** The session is over. */
    EXPIRED("ExpiredTokenException");

    private final String errorType;

    Kind(String errorType) {
      this.errorType = errorType;
    }

    /** The value of x-amzn-ErrorType. */
    public String errorType() {
      return errorType;
    }
  }

  private final Kind kind;

  SignatureRefusedException(Kind kind, String text) {
    super(text, null, false, false);
    this.kind = kind;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  /** The text for the client. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
