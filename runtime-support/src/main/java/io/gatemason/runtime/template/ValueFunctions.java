package io.gatemason.runtime.template;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions that templates call on lists and values of any kind. They behave as the methods of
 * that name of Java's {@code String}, {@code List} and {@code Map}; a function that the value does
 * not have for such arguments gives null, a call that fails in Java throws.
 */
public final class ValueFunctions {
  private ValueFunctions() {}

  /** Appends to a list; gives {@code true}. */
  public static @Nullable Object add(@Nullable Object value, @Nullable Object item) {
    return value instanceof List<?> list
        ? (Object) Values.asList(list).add(KeptValues.keep(item))
        : null;
  }

  /** Inserts into a list; prints nothing. */
  public static @Nullable Object add(
      @Nullable Object value, @Nullable Object index, @Nullable Object item) {
    if (value instanceof List<?> list && index instanceof Integer i) {
      Values.asList(list).add(i, KeptValues.keep(item));
      return "";
    }
    return null;
  }

  /** Appends all items of another list; gives whether the list changed. */
  public static @Nullable Object addAll(@Nullable Object value, @Nullable Object items) {
    if (value instanceof List<?> list && items instanceof Collection<?> more) {
      Values.checkLength((long) list.size() + more.size());
      return Values.asList(list).addAll(KeptValues.keepAll(more));
    }
    return null;
  }

  /** Negative, zero or positive as the text or number comes before, with or after the other. */
  public static @Nullable Object compareTo(@Nullable Object value, @Nullable Object other) {
    if (value instanceof String a && other instanceof String b) {
      return a.compareTo(b);
    }
    return value instanceof Number a && other instanceof Number b && a.getClass() == b.getClass()
        ? (Object) Arithmetic.compare(a, b)
        : null;
  }

  /** Whether a text or list contains something. */
  public static @Nullable Object contains(@Nullable Object value, @Nullable Object item) {
    if (value instanceof String text && item instanceof String part) {
      return text.contains(part);
    }
    if (value instanceof Collection<?> items) {
      return items.contains(Comparison.bounded(item));
    }
    return null;
  }

  /** The number of items or members. */
  public static @Nullable Object count(@Nullable Object value) {
    return size(value);
  }

  /** A number as decimal. */
  public static @Nullable Object doubleValue(@Nullable Object value) {
    return value instanceof Number number ? (Object) number.doubleValue() : null;
  }

  /** Whether two values are equal in Java's sense: 1 is not 1.0 and not the text 1. */
  public static @Nullable Object isEqual(@Nullable Object value, @Nullable Object other) {
    if (value == null) {
      return null;
    }
    return other != null && Comparison.equal(value, other);
  }

  /** An item of a list or member of a map. */
  public static @Nullable Object get(@Nullable Object value, @Nullable Object key) {
    if (value instanceof Map<?, ?> map) {
      return map.get(Comparison.bounded(key));
    }
    if (value instanceof List<?> list && key instanceof Integer i) {
      return list.get(i);
    }
    return null;
  }

  /** Where a text occurs in a text, or an item in a list; -1 if it does not. */
  public static @Nullable Object indexOf(@Nullable Object value, @Nullable Object part) {
    if (value instanceof String text && part instanceof String p) {
      return text.indexOf(p);
    }
    if (value instanceof String text && part instanceof Integer c) {
      return text.indexOf(c);
    }
    if (value instanceof List<?> list) {
      return list.indexOf(Comparison.bounded(part));
    }
    return null;
  }

  /** Where a text occurs in a text from a place on; -1 if it does not. */
  public static @Nullable Object indexOf(
      @Nullable Object value, @Nullable Object part, @Nullable Object from) {
    if (value instanceof String text && from instanceof Integer start) {
      if (part instanceof String p) {
        return text.indexOf(p, start);
      }
      if (part instanceof Integer c) {
        return text.indexOf(c, start);
      }
      return null;
    }
    return null;
  }

  /** A number as 32-bit integer. */
  public static @Nullable Object intValue(@Nullable Object value) {
    return value instanceof Number number ? (Object) number.intValue() : null;
  }

  /** Whether a text, list or map is empty. */
  public static @Nullable Object isEmpty(@Nullable Object value) {
    if (value instanceof String text) {
      return text.isEmpty();
    }
    if (value instanceof Collection<?> items) {
      return items.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty();
    }
    return null;
  }

  /** Where a text occurs last in a text, or an item in a list; -1 if it does not. */
  public static @Nullable Object lastIndexOf(@Nullable Object value, @Nullable Object part) {
    if (value instanceof String text && part instanceof String p) {
      return text.lastIndexOf(p);
    }
    if (value instanceof String text && part instanceof Integer c) {
      return text.lastIndexOf(c);
    }
    if (value instanceof List<?> list) {
      return list.lastIndexOf(Comparison.bounded(part));
    }
    return null;
  }

  /** Where a text occurs last in a text up to a place; -1 if it does not. */
  public static @Nullable Object lastIndexOf(
      @Nullable Object value, @Nullable Object part, @Nullable Object from) {
    if (value instanceof String text && from instanceof Integer start) {
      if (part instanceof String p) {
        return text.lastIndexOf(p, start);
      }
      if (part instanceof Integer c) {
        return text.lastIndexOf(c, start);
      }
    }
    return null;
  }

  /** A number as 64-bit integer. */
  public static @Nullable Object longValue(@Nullable Object value) {
    return value instanceof Number number ? (Object) number.longValue() : null;
  }

  /** Removes a member of a map, or an item of a list by place or value. */
  public static @Nullable Object remove(@Nullable Object value, @Nullable Object key) {
    if (value instanceof Map<?, ?> map) {
      return map.remove(Comparison.bounded(key));
    }
    if (value instanceof List<?> list && key instanceof Integer i) {
      return list.remove(i.intValue());
    }
    if (value instanceof List<?> list) {
      return list.remove(Comparison.bounded(key));
    }
    return null;
  }

  /** Replaces an item of a list; gives the former one. */
  public static @Nullable Object set(
      @Nullable Object value, @Nullable Object index, @Nullable Object item) {
    return value instanceof List<?> list && index instanceof Integer i
        ? Values.asList(list).set(i, KeptValues.keep(item))
        : null;
  }

  /** The number of items or members. */
  public static @Nullable Object size(@Nullable Object value) {
    if (value instanceof Collection<?> items) {
      return items.size();
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    return null;
  }

  /** The text of a value. */
  public static @Nullable Object asText(@Nullable Object value) {
    return value == null ? null : Values.text(value);
  }
}
