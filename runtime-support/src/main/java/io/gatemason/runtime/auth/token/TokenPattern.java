package io.gatemason.runtime.auth.token;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The validation expression of an authorizer, which has to match the whole of a text. Matching
 * takes time proportional to the text; what only Java's engine can match is given up, as no match,
 * after a number of steps. Immutable.
 */
public final class TokenPattern {
  private static final int MOST_STEPS = 1_000_000;

  private final com.google.re2j.@Nullable Pattern linear;
  private final Pattern bounded;

  private TokenPattern(com.google.re2j.@Nullable Pattern linear, Pattern bounded) {
    this.linear = linear;
    this.bounded = bounded;
  }

  /**
   * Compiles an expression in the syntax of {@link Pattern}.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static TokenPattern of(String expression) {
    Pattern java = Pattern.compile(expression);
    try {
      return new TokenPattern(com.google.re2j.Pattern.compile(expression), java);
    } catch (com.google.re2j.PatternSyntaxException e) {
      // Look-around and back references: only Java's engine has them.
      return new TokenPattern(null, java);
    }
  }

  /** Whether it matches the whole of a text. */
  public boolean matches(String text) {
    if (linear != null) {
      return linear.matcher(text).matches();
    }
    try {
      return bounded.matcher(new Steps(text)).matches();
    } catch (StepsException | StackOverflowError e) {
      return false;
    }
  }

  /** Ends a match that takes too long; not a failure. */
  private static final class StepsException extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }

  /** A text that counts how often it is read. */
  private static final class Steps implements CharSequence {
    private final String text;
    private int left = MOST_STEPS;

    Steps(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (left-- == 0) {
        throw new StepsException();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
