package io.gatemason.runtime.store;

import java.io.Serial;

/** Shared state cannot be reached, and settings forbid to go on without it. */
public final class StoreUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** The failure with its reason. */
  public StoreUnavailableException(String message) {
    super(message, null, false, false);
  }
}
