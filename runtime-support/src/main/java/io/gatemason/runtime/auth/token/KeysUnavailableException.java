package io.gatemason.runtime.auth.token;

import java.io.Serial;

/** No keys of an issuer could be had, so that nothing can be said about its tokens. */
public final class KeysUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** With a line for the log. */
  public KeysUnavailableException(String logLine) {
    super(logLine, null, false, false);
  }
}
