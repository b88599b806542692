package io.gatemason.generator.read.cloudformation;

import java.util.regex.Pattern;

/**
 * A text that a regular expression may look at so often and no more: an expression of a template
 * must not keep a build busy.
 */
final class BoundedText implements CharSequence {
  private static final int MOST_LOOKS = 1_000_000;

  private final String text;
  private int looks;

  private BoundedText(String text) {
    this.text = text;
  }

  /**
   * Whether all of a text matches.
   *
   * @throws IllegalStateException if that cannot be told with a sensible effort
   */
  static boolean matches(Pattern pattern, String text) {
    try {
      return pattern.matcher(new BoundedText(text)).matches();
    } catch (StackOverflowError e) {
      throw new IllegalStateException("the expression is too deep", e);
    }
  }

  @Override
  public char charAt(int index) {
    if (++looks > MOST_LOOKS) {
      throw new IllegalStateException("the expression takes too long");
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
