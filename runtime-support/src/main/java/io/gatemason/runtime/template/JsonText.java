package io.gatemason.runtime.template;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as compact JSON; the length of the text is bounded while it grows. */
final class JsonText {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out;
  private int depth;

  private JsonText(StringBuilder out) {
    this.out = out;
  }

  /** The JSON text of a value; null gives {@code null}. */
  static String of(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  static void append(@Nullable Object value, StringBuilder out) {
    new JsonText(out).append(value);
  }

  private void append(@Nullable Object value) {
    if (value == null) {
      out.append("null");
    } else if (value instanceof String text) {
      string(text);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Boolean bool) {
      out.append(bool.booleanValue());
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Collection<?> items) {
      array(items);
    } else {
      string(value.toString());
    }
    if (out.length() > TemplateLimits.TEXT_LENGTH) {
      throw new TemplateException("text is longer than 10 MB");
    }
  }

  private void number(Number number) {
    if (number instanceof Double d && !Double.isFinite(d)) {
      out.append("null");
    } else {
      out.append(number);
    }
  }

  private void object(Map<?, ?> map) {
    enter();
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      separate(first);
      string(String.valueOf(entry.getKey()));
      out.append(':');
      append(entry.getValue());
      first = false;
    }
    out.append('}');
    depth--;
  }

  private void array(Collection<?> items) {
    enter();
    out.append('[');
    boolean first = true;
    for (Object item : items) {
      separate(first);
      append(item);
      first = false;
    }
    out.append(']');
    depth--;
  }

  private void separate(boolean first) {
    if (!first) {
      out.append(',');
    }
  }

  private void string(String text) {
    out.append('"');
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(text, copied, i);
        escape(c);
        copied = i + 1;
      }
    }
    out.append(text, copied, text.length()).append('"');
  }

  private void escape(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
    }
  }

  private void enter() {
    if (++depth > TemplateLimits.VALUE_DEPTH * 2) {
      throw new TemplateException("values are nested too deeply");
    }
  }
}
