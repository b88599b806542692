package io.gatemason.templates;

/** {@code #markdown}: text in a line or a table cell; nothing in it is mark-up or HTML. */
public final class EscapeMarkdown extends EscapeDirective {
  private static final String PUNCTUATION = "\\`*_{}[]()<>#+-.!|~&:/@$\"'";

  @Override
  public String getName() {
    return "markdown";
  }

  @Override
  String escape(String value) {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                text.append(' ');
              } else if (PUNCTUATION.indexOf(c) >= 0) {
                // CommonMark §2.4: any ASCII punctuation may be escaped.
                text.append('\\').appendCodePoint(c);
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.toString();
  }
}
