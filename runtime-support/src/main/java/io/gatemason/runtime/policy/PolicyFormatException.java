package io.gatemason.runtime.policy;

import java.io.Serial;

/** A policy document that is none: it must never allow anything. Carries no stack trace. */
public final class PolicyFormatException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public PolicyFormatException(String message) {
    super(message, null, false, false);
  }
}
