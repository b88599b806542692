package io.gatemason.templates;

/** {@code #json}: a string of JSON, quotes included (RFC 8259 §7). */
public final class EscapeJson extends EscapeDirective {
  @Override
  public String getName() {
    return "json";
  }

  @Override
  String escape(String value) {
    StringBuilder text = new StringBuilder("\"");
    value.chars().forEach(c -> append(text, (char) c));
    return text.append('"').toString();
  }

  private static void append(StringBuilder text, char c) {
    if (c == '"' || c == '\\') {
      text.append('\\').append(c);
    } else if (c < 0x20
        || c == 0x7F
        || c == '\u2028'
        || c == '\u2029'
        || Character.isSurrogate(c)) {
      text.append(String.format("\\u%04x", (int) c));
    } else {
      text.append(c);
    }
  }
}
