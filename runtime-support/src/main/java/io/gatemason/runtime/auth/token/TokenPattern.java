package io.gatemason.runtime.auth.token;

import io.gatemason.runtime.regex.WholeText;
import java.util.regex.Pattern;

/**
 * The validation expression of an authorizer, which has to match the whole of a text, in bounded
 * time. Immutable.
 */
public final class TokenPattern {
  private final WholeText expression;

  private TokenPattern(WholeText expression) {
    this.expression = expression;
  }

  /**
   * Compiles an expression in the syntax of {@link Pattern}.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static TokenPattern of(String expression) {
    return new TokenPattern(WholeText.of(expression));
  }

  /** Whether it matches the whole of a text. */
  public boolean matches(String text) {
    return expression.matches(text);
  }
}
