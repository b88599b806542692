package io.gatemason.runtime.regex;

/** A text every look at which counts, so that no search in it runs forever. */
public final class CountedText implements CharSequence {
  private final CharSequence text;
  private final Runnable look;

  /**
   * A text whose looks are counted.
   *
   * @param look called before each look at a character; ends the search by an exception
   */
  public CountedText(CharSequence text, Runnable look) {
    this.text = text;
    this.look = look;
  }

  @Override
  public char charAt(int index) {
    look.run();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new CountedText(text.subSequence(start, end), look);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
