package io.gatemason.runtime.payload;

import java.nio.charset.StandardCharsets;

/**
 * Values of header fields: on the wire they are bytes, here one character for each (ISO 8859-1), so
 * that none is lost. What people mean by bytes beyond ASCII is UTF-8 as a rule.
 */
public final class FieldText {
  private static final boolean[] NAME = nameCharacters();

  private FieldText() {}

  private static boolean[] nameCharacters() {
    boolean[] named = new boolean[127];
    for (char c = ' ' + 1; c < named.length; c++) {
      named[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
    return named;
  }

  /** What a field says: its bytes as UTF-8 if they are that, else each as one character. */
  public static String read(String field) {
    if (isAscii(field)) {
      return field;
    }
    String utf8 = new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return utf8.indexOf('\ufffd') < 0 ? utf8 : field;
  }

  /** The field that says this, in UTF-8. */
  public static String field(String text) {
    return isAscii(text)
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Whether a text is the name of a field: a token of RFC 9110 §5.6.2. */
  public static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= NAME.length || !NAME[c]) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether a text is the value of a field: no control characters but tabs (RFC 9110 §5.5). */
  public static boolean isValue(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == 127) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
