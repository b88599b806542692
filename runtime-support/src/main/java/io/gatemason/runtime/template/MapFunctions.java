package io.gatemason.runtime.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions that templates call on maps and their members. They behave as the methods of that
 * name of Java's {@code Map}; on another value they give null, a call that fails in Java throws.
 */
public final class MapFunctions {
  private MapFunctions() {}

  /** Whether a map has a key. */
  public static @Nullable Object containsKey(@Nullable Object value, @Nullable Object key) {
    return value instanceof Map<?, ?> map
        ? (Object) map.containsKey(Comparison.bounded(key))
        : null;
  }

  /** Whether a map has a value. */
  public static @Nullable Object containsValue(@Nullable Object value, @Nullable Object item) {
    return value instanceof Map<?, ?> map
        ? (Object) map.containsValue(Comparison.bounded(item))
        : null;
  }

  /** The members of a map; each has {@code key} and {@code value}. */
  public static @Nullable Object entrySet(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map.entrySet() : null;
  }

  /** The key of a member. */
  public static @Nullable Object getKey(@Nullable Object value) {
    return value instanceof Map.Entry<?, ?> entry ? entry.getKey() : null;
  }

  /** The value of a member. */
  public static @Nullable Object getValue(@Nullable Object value) {
    return value instanceof Map.Entry<?, ?> entry ? entry.getValue() : null;
  }

  /** A member of a map; something else if there is none. */
  public static @Nullable Object getOrDefault(
      @Nullable Object value, @Nullable Object key, @Nullable Object otherwise) {
    if (!(value instanceof Map<?, ?> map)) {
      return null;
    }
    Object member = map.get(Comparison.bounded(key));
    return member != null || map.containsKey(key) ? member : otherwise;
  }

  /** The keys of a map. */
  public static @Nullable Object keySet(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map.keySet() : null;
  }

  /** Sets a member of a map; gives the former value, null if there was none. */
  public static @Nullable Object put(
      @Nullable Object value, @Nullable Object key, @Nullable Object item) {
    return value instanceof Map<?, ?> map
        ? Values.asMap(map).put(KeptValues.keep(Comparison.bounded(key)), KeptValues.keep(item))
        : null;
  }

  /** Copies all members of a map; prints nothing. */
  public static @Nullable Object putAll(@Nullable Object value, @Nullable Object members) {
    if (value instanceof Map<?, ?> map && members instanceof Map<?, ?> more) {
      Values.asMap(map).putAll(KeptValues.keepAll(more));
      return "";
    }
    return null;
  }

  /**
   * Sets a member of a map that has no value yet; gives the former value, null if there was none.
   */
  public static @Nullable Object putIfAbsent(
      @Nullable Object value, @Nullable Object key, @Nullable Object item) {
    if (!(value instanceof Map<?, ?> map)) {
      return null;
    }
    Object former = map.get(Comparison.bounded(key));
    return former == null ? put(map, key, item) : former;
  }

  /** The values of a map. */
  public static @Nullable Object values(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map.values() : null;
  }
}
