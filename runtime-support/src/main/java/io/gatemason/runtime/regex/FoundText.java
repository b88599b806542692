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
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<!\\\\)\\[:(\\^?)"
              + "(al(?:num|pha)|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit)"
              + ":]");

  private final com.google.re2j.@Nullable Pattern linear;
  private final Pattern bounded;

  private FoundText(com.google.re2j.@Nullable Pattern linear, Pattern bounded) {
    this.linear = linear;
    this.bounded = bounded;
  }

  /**
   * Compiles an expression in the syntax of {@link Pattern}, and named classes of POSIX.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static FoundText of(String expression) {
    Pattern java = Pattern.compile(withPropertiesForNames(expression), Pattern.UNIX_LINES);
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
   * Named classes such as {@code [:alpha:]}, which Java's engine would read as a set of letters.
   */
  private static String withPropertiesForNames(String expression) {
    return NAMED.matcher(expression).replaceAll(found -> property(found.group(1), found.group(2)));
  }

  private static String property(String negation, String name) {
    if (name.equals("word")) {
      return negation.isEmpty() ? "\\\\w" : "\\\\W";
    }
    String property =
        switch (name) {
          case "xdigit" -> "XDigit";
          case "ascii" -> "ASCII";
          default -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
        };
    return (negation.isEmpty() ? "\\\\p{" : "\\\\P{") + property + "}";
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
