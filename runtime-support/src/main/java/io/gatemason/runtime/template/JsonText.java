package io.gatemason.runtime.template;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as compact JSON. */
final class JsonText {
  private final TextBuffer out;
  private int depth;

  private JsonText(TextBuffer out) {
    this.out = out;
  }

  /** The JSON text of a value; null gives {@code null}. */
  static String of(@Nullable Object value) {
    TextBuffer out = new TextBuffer();
    append(value, out);
    return out.finish();
  }

  static void append(@Nullable Object value, TextBuffer out) {
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
      out.append(bool.toString());
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Collection<?> items) {
      array(items);
    } else {
      string(value.toString());
    }
  }

  private void number(Number number) {
    if (number instanceof Integer integer) {
      out.append(integer.intValue());
    } else if (number instanceof Double d && !Double.isFinite(d)) {
      out.append("null");
    } else {
      out.append(number.toString());
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
    out.append('"').appendEscaped(text, false).append('"');
  }

  private void enter() {
    if (++depth > TemplateLimits.VALUE_DEPTH * 2) {
      throw new TemplateException("values are nested too deeply");
    }
  }
}
