package io.gatemason.generator.vtl.parse;

/** A template that the service accepts and answers with 500. */
public final class TemplateSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int at;
  private final String hint;

  /**
   * Describes what is wrong.
   *
   * @param at offset in the template
   */
  TemplateSyntaxException(int at, String message, String hint) {
    super(message, null, false, false);
    this.at = at;
    this.hint = hint;
  }

  public int at() {
    return at;
  }

  public String hint() {
    return hint;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
