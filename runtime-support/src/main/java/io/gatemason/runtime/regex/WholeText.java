package io.gatemason.runtime.regex;

import io.gatemason.runtime.regex.Steps.StepsException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression that has to match the whole of a text. What RE2 understands takes linear time; what
 * only Java's engine can match is given up, as no match, after a number of steps. Immutable.
 */
public final class WholeText {
  private static final int MOST_STEPS = 1_000_000;

  private final com.google.re2j.@Nullable Pattern linear;
  private final Pattern bounded;

  private WholeText(com.google.re2j.@Nullable Pattern linear, Pattern bounded) {
    this.linear = linear;
    this.bounded = bounded;
  }

  /**
   * Compiles an expression in the syntax of {@link Pattern}.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static WholeText of(String expression) {
    Pattern java = Pattern.compile(expression);
    try {
      return new WholeText(com.google.re2j.Pattern.compile(expression), java);
    } catch (com.google.re2j.PatternSyntaxException e) {
      // Look-around and back references: only Java's engine has them.
      return new WholeText(null, java);
    }
  }

  /** Whether it matches the whole of a text. */
  public boolean matches(String text) {
    if (linear != null) {
      return linear.matcher(text).matches();
    }
    try {
      return bounded.matcher(new CountedText(text, new Steps(MOST_STEPS))).matches();
    } catch (StepsException | StackOverflowError e) {
      return false;
    }
  }
}
