package io.gatemason.generator.vtl;

/** A template that the service accepts and answers with 500. */
final class TemplateSyntaxException extends Exception {
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

  int at() {
    return at;
  }

  String hint() {
    return hint;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
