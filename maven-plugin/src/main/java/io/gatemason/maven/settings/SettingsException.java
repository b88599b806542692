package io.gatemason.maven.settings;

/** A setting that cannot be used; the message tells the user what to set instead. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public SettingsException(String message) {
    super(message);
  }

  /** With a message for the user and what led to it. */
  public SettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
