package io.gatemason.templates;

/** {@code #yaml}: a double-quoted YAML scalar, quotes included (YAML 1.2 §7.3.1). */
public final class EscapeYaml extends EscapeDirective {
  @Override
  public String getName() {
    return "yaml";
  }

  @Override
  String escape(String value) {
    StringBuilder text = new StringBuilder("\"");
    value.codePoints().forEach(c -> append(text, c));
    return text.append('"').toString();
  }

  private static void append(StringBuilder text, int c) {
    if (c == '"' || c == '\\') {
      text.append('\\').append((char) c);
    } else if (printable(c)) {
      text.append((char) c);
    } else {
      text.append(String.format(c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
    }
  }

  private static boolean printable(int c) {
    return (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x2000) || (c >= 0x3000 && c < 0xD800);
  }
}
