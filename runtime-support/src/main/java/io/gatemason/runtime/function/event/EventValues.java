package io.gatemason.runtime.function.event;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an authorizer said, as a function gets it that reads no JSON: its own, to be changed. */
final class EventValues {
  private EventValues() {}

  static Map<String, @Nullable Object> map(Map<?, ?> values) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    values.forEach((name, value) -> map.put((String) name, any(value)));
    return map;
  }

  /** A value as JSON is read without a declared type: decimal fractions have double precision. */
  private static @Nullable Object any(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> map(map);
      case List<?> list -> {
        List<@Nullable Object> all = new ArrayList<>(list.size());
        list.forEach(each -> all.add(any(each)));
        yield all;
      }
      case Integer number -> number;
      case Long number -> number;
      case BigInteger number -> number;
      case Number number -> Double.valueOf(number.toString());
      case null -> null;
      default -> value;
    };
  }
}
