package io.gatemason.runtime.integration;

import io.gatemason.runtime.regex.WholeText;
import java.util.regex.Pattern;

/**
 * A selection pattern: a regular expression over a whole status code or error message, in bounded
 * time (docs/behaviour/responses.md#selection). Immutable and thread-safe; made once, as a
 * constant.
 */
public final class SelectionPattern {
  private final WholeText expression;

  private SelectionPattern(WholeText expression) {
    this.expression = expression;
  }

  /**
   * Compiles an expression in the syntax of {@link Pattern}.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static SelectionPattern of(String regex) {
    return new SelectionPattern(WholeText.of(regex));
  }

  /** Whether the whole text matches; an empty text, such as that of no error, never does. */
  public boolean matches(String text) {
    return !text.isEmpty() && expression.matches(text);
  }
}
