package io.gatemason.runtime.regex;

import io.gatemason.runtime.regex.Steps.StepsException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression that is looked for anywhere in a text; only the line feed ends lines, as in PCRE.
 * What RE2 understands alike takes linear time; a search by Java's engine that takes too many steps
 * fails, since nobody knows what it would have found. Immutable.
 */
public final class FoundText {
  private static final int MOST_STEPS = 2_000_000;

  private final com.google.re2j.@Nullable Pattern linear;
  private final Pattern bounded;

  private FoundText(com.google.re2j.@Nullable Pattern linear, Pattern bounded) {
    this.linear = linear;
    this.bounded = bounded;
  }

  /**
   * Compiles an expression in the syntax of {@link Pattern}.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static FoundText of(String expression) {
    Pattern java = Pattern.compile(expression, Pattern.UNIX_LINES);
    if (expression.indexOf('$') >= 0) {
      // At the end of a text, RE2's sign does not match before a line feed.
      return new FoundText(null, java);
    }
    try {
      return new FoundText(com.google.re2j.Pattern.compile(LinearSyntax.of(expression)), java);
    } catch (com.google.re2j.PatternSyntaxException e) {
      // Look-around: only Java's engine has it.
      return new FoundText(null, java);
    }
  }

  /**
   * Whether the text holds something that matches.
   *
   * @throws IllegalStateException if nobody can tell within the steps that a search may take
   */
  public boolean isIn(String text) {
    return isInAny(List.of(text));
  }

  /**
   * Whether one of some texts holds something that matches; all of them share the steps.
   *
   * @throws IllegalStateException if nobody can tell within the steps that a search may take
   */
  public boolean isInAny(List<String> texts) {
    if (linear != null) {
      return texts.stream().anyMatch(text -> linear.matcher(text).find());
    }
    Steps steps = new Steps(MOST_STEPS);
    try {
      return texts.stream().anyMatch(text -> bounded.matcher(new CountedText(text, steps)).find());
    } catch (StepsException | StackOverflowError e) {
      throw new IllegalStateException("the search for " + bounded + " takes too long", e);
    }
  }
}
