package io.gatemason.runtime.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What templates do with values of any kind. An unknown or missing value is null here and becomes
 * the empty text where the template passes it on (recorded).
 */
public final class Values {
  private Values() {}

  /** The value, or the empty text instead of null. */
  public static Object orEmpty(@Nullable Object value) {
    return value == null ? "" : value;
  }

  /** The value, or the former one instead of null: {@code #set} of nothing changes nothing. */
  public static @Nullable Object ifPresent(@Nullable Object value, @Nullable Object former) {
    return value == null ? former : value;
  }

  /** Whether a reference counts as true: only {@code false} does not (recorded). */
  public static boolean isTrue(@Nullable Object value) {
    return !Boolean.FALSE.equals(value);
  }

  /** The text of a value; null gives the empty text. */
  public static String text(@Nullable Object value) {
    return value == null ? "" : TextForm.of(value);
  }

  /**
   * The texts of values, one after the other.
   *
   * @throws TemplateException if the result is too long
   */
  public static String join(@Nullable Object... values) {
    TextBuffer text = new TextBuffer();
    for (Object value : values) {
      text.append(text(value));
    }
    return text.finish();
  }

  static void checkLength(long length) {
    if (length > TemplateLimits.TEXT_LENGTH) {
      throw new TemplateException("text is longer than 10 MB");
    }
  }

  /** A member of a map by name; {@code empty} also of lists and texts; null if there is none. */
  public static @Nullable Object property(@Nullable Object value, String name) {
    if (value instanceof Map<?, ?> map) {
      return map.get(name);
    }
    if (value instanceof Map.Entry<?, ?> entry) {
      return name.equals("key") ? entry.getKey() : name.equals("value") ? entry.getValue() : null;
    }
    return name.equals("empty") ? ValueFunctions.isEmpty(value) : null;
  }

  /**
   * An item of a list, counted from the end if negative, or a member of a map; null if there is no
   * such member.
   *
   * @throws TemplateException if the list has no such item
   */
  public static @Nullable Object index(@Nullable Object value, @Nullable Object index) {
    if (value instanceof Map<?, ?> map) {
      return map.get(fromEnd(index, map.size()));
    }
    if (value instanceof List<?> list && index instanceof Integer i) {
      return list.get(position(i, list.size()));
    }
    if (value == null) {
      return null;
    }
    return noItem(index);
  }

  /** Counting from the end fails on what has no size, as in Velocity 1.7. */
  private static @Nullable Object noItem(@Nullable Object index) {
    if (index instanceof Integer i && i < 0) {
      throw new TemplateException("item " + i + " of a value that has no items");
    }
    return null;
  }

  private static @Nullable Object fromEnd(@Nullable Object index, int size) {
    return index instanceof Integer i && i < 0 ? (Object) (size + i) : Comparison.bounded(index);
  }

  static int position(int index, int size) {
    int position = index < 0 ? size + index : index;
    if (position < 0 || position >= size) {
      throw new TemplateException("list of " + size + " items has no item " + index);
    }
    return position;
  }

  /** Sets a member of a map; does nothing if the owner is no map or the value is null. */
  public static void setProperty(@Nullable Object owner, String name, @Nullable Object value) {
    if (value != null && owner instanceof Map<?, ?> map) {
      asMap(map).put(name, KeptValues.keep(value));
    }
  }

  /** Sets an item of a list or a member of a map; does nothing if the value is null. */
  public static void setIndex(
      @Nullable Object owner, @Nullable Object index, @Nullable Object value) {
    if (value != null && owner instanceof Map<?, ?> map) {
      asMap(map).put(KeptValues.keep(fromEnd(index, map.size())), KeptValues.keep(value));
    } else if (value != null && owner instanceof List<?> list && index instanceof Integer i) {
      asList(list).set(position(i, list.size()), KeptValues.keep(value));
    }
  }

  @SuppressWarnings("unchecked")
  static Map<@Nullable Object, @Nullable Object> asMap(Map<?, ?> map) {
    return (Map<@Nullable Object, @Nullable Object>) map;
  }

  @SuppressWarnings("unchecked")
  static List<@Nullable Object> asList(List<?> list) {
    return (List<@Nullable Object>) list;
  }

  /** A new list; it can be changed. */
  public static List<@Nullable Object> list(@Nullable Object... items) {
    List<@Nullable Object> list = new ArrayList<>(items.length);
    Collections.addAll(list, items);
    return KeptValues.keepAll(list);
  }

  /** A new map out of keys and values by turns; it can be changed and keeps its order. */
  public static Map<@Nullable Object, @Nullable Object> map(@Nullable Object... keysAndValues) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(Comparison.bounded(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return KeptValues.keepAll(map);
  }

  /**
   * The integers between two numbers, both included, upwards or downwards; null if one of them is
   * not a number.
   *
   * @throws TemplateException if there are more than 100,000
   */
  public static @Nullable List<Integer> range(@Nullable Object from, @Nullable Object to) {
    if (!(from instanceof Number first) || !(to instanceof Number last)) {
      return null;
    }
    int start = first.intValue();
    int end = last.intValue();
    long length = Math.abs((long) start - end) + 1;
    if (length > TemplateLimits.RANGE_LENGTH) {
      throw new TemplateException("range has " + length + " numbers");
    }
    List<Integer> range = new ArrayList<>((int) length);
    int step = start >= end ? -1 : 1;
    for (int i = 0; i < length; i++) {
      range.add(start + i * step);
    }
    return KeptValues.keepAll(range);
  }

  static Iterator<?> iterator(@Nullable Object value) {
    if (value instanceof Collection<?> items) {
      return items.iterator();
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().iterator();
    }
    return Collections.emptyIterator();
  }
}
