package io.gatemason.runtime.template;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints values: maps and lists in Java's form, lists that came from JSON as JSON, also inside a
 * map (recorded). The length of the text is bounded while it grows.
 */
final class TextForm {
  private final StringBuilder out;
  private int depth;

  private TextForm(StringBuilder out) {
    this.out = out;
  }

  static void append(Object value, StringBuilder out) {
    new TextForm(out).append(value);
  }

  static String of(Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Map || value instanceof Collection) {
      StringBuilder out = new StringBuilder();
      append(value, out);
      return out.toString();
    }
    return value.toString();
  }

  private void append(@Nullable Object value) {
    if (value instanceof ContextMap) {
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
    } else {
      out.append(value);
    }
    if (out.length() > TemplateLimits.TEXT_LENGTH) {
      throw new TemplateException("text is longer than 10 MB");
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
