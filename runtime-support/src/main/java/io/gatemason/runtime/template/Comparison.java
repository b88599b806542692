package io.gatemason.runtime.template;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares and measures maps and lists, with a bound on the work: they can share their parts. */
final class Comparison {
  private int compared;

  private Comparison() {}

  static boolean equal(Object left, Object right) {
    return new Comparison().same(left, right);
  }

  /** A value that can be hashed or looked for in bounded time; fails if this one cannot. */
  static @Nullable Object bounded(@Nullable Object value) {
    if (value instanceof Collection || value instanceof Map) {
      new Comparison().measure(value);
    }
    return value;
  }

  private void measure(@Nullable Object value) {
    count();
    if (value instanceof Collection<?> items) {
      items.forEach(this::measure);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, member) -> {
            measure(key);
            measure(member);
          });
    }
  }

  private void count() {
    if (++compared > TemplateLimits.COMPARED_VALUES) {
      throw new TemplateException("values are too large to be compared");
    }
  }

  private boolean same(@Nullable Object left, @Nullable Object right) {
    count();
    if (left == right) {
      return true;
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return lists(a, b);
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return maps(a, b);
    }
    return Objects.equals(left, right);
  }

  private boolean lists(List<?> left, List<?> right) {
    Iterator<?> other = right.iterator();
    for (Object item : left) {
      if (!other.hasNext() || !same(item, other.next())) {
        return false;
      }
    }
    return !other.hasNext();
  }

  private boolean maps(Map<?, ?> left, Map<?, ?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      Object key = entry.getKey();
      if (!right.containsKey(key) || !same(entry.getValue(), right.get(key))) {
        return false;
      }
    }
    return true;
  }
}
