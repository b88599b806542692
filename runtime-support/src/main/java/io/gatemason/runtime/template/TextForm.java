package io.gatemason.runtime.template;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints values: maps and lists in Java's form, lists that came from JSON as JSON, also inside a
 * map (recorded).
 */
final class TextForm {
  private final TextBuffer out;
  private int depth;

  private TextForm(TextBuffer out) {
    this.out = out;
  }

  static void append(Object value, TextBuffer out) {
    new TextForm(out).append(value);
  }

  static String of(Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Map || value instanceof Collection) {
      TextBuffer out = new TextBuffer();
      append(value, out);
      return out.finish();
    }
    return value.toString();
  }

  private void append(@Nullable Object value) {
    if (value instanceof ContextMap<?>) {
      return;
    }
    if (value == null) {
      out.append("null");
    } else if (value instanceof JsonArray array) {
      JsonText.append(array, out);
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof Collection<?> items) {
      list(items);
    } else if (value instanceof Map.Entry<?, ?> entry) {
      entry(entry, entry);
    } else if (value instanceof Integer number) {
      out.append(number.intValue());
    } else {
      out.append(value.toString());
    }
  }

  private void map(Map<?, ?> map) {
    enter();
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      entry(entry, map);
      separator = ", ";
    }
    out.append('}');
    depth--;
  }

  private void entry(Map.Entry<?, ?> entry, Object owner) {
    member(entry.getKey(), owner, "(this Map)");
    out.append('=');
    member(entry.getValue(), owner, "(this Map)");
  }

  private void list(Collection<?> items) {
    enter();
    out.append('[');
    String separator = "";
    for (Object item : items) {
      out.append(separator);
      member(item, items, "(this Collection)");
      separator = ", ";
    }
    out.append(']');
    depth--;
  }

  private void member(@Nullable Object value, Object owner, String self) {
    if (value == owner) {
      out.append(self);
    } else {
      append(value);
    }
  }

  private void enter() {
    if (++depth > TemplateLimits.VALUE_DEPTH) {
      throw new TemplateException("values are nested too deeply");
    }
  }
}
