package io.gatemason.runtime.template;

/**
 * Text that can only be looked at a limited number of times, which bounds backtracking; all texts
 * of one rendering together.
 */
final class SteppedText implements CharSequence {
  /** About a tenth of a second; an honest match looks at each character a few times. */
  static final int STEPS = 20_000_000;

  private final CharSequence text;
  private final int[] stepsLeft;

  SteppedText(CharSequence text) {
    this(text, KeptValues.searchSteps());
  }

  private SteppedText(CharSequence text, int[] stepsLeft) {
    this.text = text;
    this.stepsLeft = stepsLeft;
  }

  @Override
  public char charAt(int index) {
    if (--stepsLeft[0] < 0) {
      throw new TemplateException("regular expression takes too long");
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new SteppedText(text.subSequence(start, end), stepsLeft);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
