package io.gatemason.runtime.integration;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A selection pattern: a regular expression over a whole status code or error message
 * (docs/behaviour/responses.md#selection). Immutable and thread-safe; made once, as a constant. No
 * text can hang it: what RE2 understands takes linear time, anything else ends without a match
 * after a limit of steps.
 */
public final class SelectionPattern {
  private static final int MOST_STEPS = 1_000_000;

  private final com.google.re2j.@Nullable Pattern linear;
  private final Pattern bounded;

  private SelectionPattern(com.google.re2j.@Nullable Pattern linear, Pattern bounded) {
    this.linear = linear;
    this.bounded = bounded;
  }

  /**
   * Compiles an expression in the syntax of {@link Pattern}.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public static SelectionPattern of(String regex) {
    Pattern java = Pattern.compile(regex);
    try {
      return new SelectionPattern(com.google.re2j.Pattern.compile(regex), java);
    } catch (com.google.re2j.PatternSyntaxException e) {
      // Look-around and back references: only Java's engine has them.
      return new SelectionPattern(null, java);
    }
  }

  /** Whether the whole text matches; an empty text, such as that of no error, never does. */
  public boolean matches(String text) {
    if (text.isEmpty()) {
      return false;
    }
    if (linear != null) {
      return linear.matcher(text).matches();
    }
    try {
      return bounded.matcher(new Steps(text)).matches();
    } catch (StepsException e) {
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
