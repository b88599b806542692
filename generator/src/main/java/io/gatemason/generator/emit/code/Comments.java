package io.gatemason.generator.emit.code;

import io.gatemason.generator.source.Range;

/**
 * Makes comments out of a document's words. The only place that does: a comment must not be able to
 * end itself ({@code *} and {@code /}, also written as a unicode escape) or to become a tag.
 */
public final class Comments {
  private static final int MAX_LENGTH = 80;
  private static final String CUT = "...";

  private Comments() {}

  /** Words for a Javadoc comment, on one line. */
  public static String javadoc(String text) {
    StringBuilder safe = new StringBuilder();
    String line = line(text);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '@' -> safe.append("&#64;");
        case '*' -> safe.append("&#42;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Words for a line comment: no line end, no backslash, nothing invisible; long ones are cut. */
  public static String line(String text) {
    boolean cut = text.length() > MAX_LENGTH;
    String kept = cut ? text.substring(0, MAX_LENGTH - CUT.length()) + CUT : text;
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < kept.length(); i++) {
      char c = kept.charAt(i);
      boolean plain = c >= ' ' && c != '\\' && c < 0x7f;
      safe.append(plain || Character.isLetterOrDigit(c) ? c : ' ');
    }
    return safe.toString().replaceAll(" +", " ").strip();
  }

  /** Where something was read, as {@code pets.yaml:41}. */
  public static String place(Range range, boolean sourceLines) {
    String name = line(range.file().name());
    return sourceLines ? name + ":" + range.start().line() : name;
  }
}
