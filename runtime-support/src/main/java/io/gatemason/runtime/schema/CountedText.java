package io.gatemason.runtime.schema;

/** A text that can be looked at a limited number of times, so that no search runs forever. */
final class CountedText implements CharSequence {
  private static final int STEPS_PER_CHARACTER = 100;
  private static final long FREE_STEPS = 100_000;

  private final String text;
  private final long[] steps;

  CountedText(String text) {
    this(text, new long[] {FREE_STEPS + (long) STEPS_PER_CHARACTER * text.length()});
  }

  private CountedText(String text, long[] steps) {
    this.text = text;
    this.steps = steps;
  }

  @Override
  public char charAt(int index) {
    if (--steps[0] < 0) {
      throw new TooManyStepsException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new CountedText(text.substring(start, end), steps);
  }

  @Override
  public String toString() {
    return text;
  }
}
