package io.gatemason.runtime.store;

import java.io.Serial;

/** Whoever owns something has not answered in time, or cannot be asked. */
public final class OwnerSilentException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /** The failure with its reason. */
  public OwnerSilentException(String message) {
    super(message, null, false, false);
  }
}
