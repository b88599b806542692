package io.gatemason.runtime.schema;

/** A text every look at which is a step of a walk, so that no search runs forever. */
final class CountedText implements CharSequence {
  private final String text;
  private final Walk walk;

  CountedText(String text, Walk walk) {
    this.text = text;
    this.walk = walk;
  }

  @Override
  public char charAt(int index) {
    walk.search(1);
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new CountedText(text.substring(start, end), walk);
  }

  @Override
  public String toString() {
    return text;
  }
}
