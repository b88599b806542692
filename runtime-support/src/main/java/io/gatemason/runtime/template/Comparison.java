package io.gatemason.runtime.template;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares maps and lists as {@code equals} does, with a bound on the work. */
final class Comparison {
  private int compared;

  private Comparison() {}

  static boolean equal(Object left, Object right) {
    return new Comparison().same(left, right);
  }

  private boolean same(@Nullable Object left, @Nullable Object right) {
    if (++compared > TemplateLimits.COMPARED_VALUES) {
      throw new TemplateException("values are too large to be compared");
    }
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
