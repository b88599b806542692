package io.gatemason.templates;

import org.apache.velocity.exception.VelocityException;

/** {@code #xml}: text of an XML element or of an attribute in either kind of quotes. */
public final class EscapeXml extends EscapeDirective {
  @Override
  public String getName() {
    return "xml";
  }

  @Override
  String escape(String value) {
    StringBuilder text = new StringBuilder();
    value.codePoints().forEach(c -> append(text, c));
    return text.toString();
  }

  private static void append(StringBuilder text, int c) {
    switch (c) {
      case '&' -> text.append("&amp;");
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '"' -> text.append("&quot;");
      case '\'' -> text.append("&apos;");
      case '\t', '\n', '\r' -> text.append("&#").append(c).append(';');
      default -> {
        // XML 1.0 §2.2: what is outside Char cannot be written at all, not even escaped.
        if (c < 0x20 || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF) {
          throw new VelocityException("a value with a control character cannot stand in XML");
        }
        text.appendCodePoint(c);
      }
    }
  }
}
