package io.gatemason.runtime.schema;

/** The text being read is not JSON, or is beyond the limits of the reader. Without stack trace. */
final class MalformedJsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedJsonException(Exception cause) {
    super(cause.getMessage(), cause, false, false);
  }

  MalformedJsonException(String message) {
    super(message, null, false, false);
  }
}
