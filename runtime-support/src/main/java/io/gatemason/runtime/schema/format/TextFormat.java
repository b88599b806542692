package io.gatemason.runtime.schema.format;

/** One value of the keyword {@code format}. Immutable. */
public abstract class TextFormat {
  private final String error;

  TextFormat(String error) {
    this.error = error;
  }

  public abstract boolean accepts(String text);

  /** The message for a text that is refused. */
  public String error(String text) {
    return String.format(error, text);
  }
}
