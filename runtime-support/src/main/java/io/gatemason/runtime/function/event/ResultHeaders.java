package io.gatemason.runtime.function.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.payload.FieldText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The two header maps of a proxy function's result as one (docs/behaviour/functions.md#result). */
final class ResultHeaders {
  private ResultHeaders() {}

  /**
   * Values by name: those of {@code multiValueHeaders} come first, and a single value that is among
   * them is not repeated. A name in both maps is written as in {@code multiValueHeaders}.
   */
  static Map<String, List<String>> of(JsonNode single, JsonNode multi) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, JsonNode> entry : members(multi, "multiValueHeaders")) {
      if (!entry.getValue().isArray()) {
        throw ProxyResult.malformed("multiValueHeaders has a value that is no list");
      }
      for (JsonNode value : entry.getValue()) {
        add(headers, entry.getKey(), value, true);
      }
    }
    for (Map.Entry<String, JsonNode> entry : members(single, "headers")) {
      add(headers, entry.getKey(), entry.getValue(), false);
    }
    return headers;
  }

  /** As above, of maps without regard to members that have no value. */
  static Map<String, List<String>> of(
      @Nullable Map<String, String> single, @Nullable Map<String, List<String>> multi) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (multi != null) {
      for (Map.Entry<String, List<String>> entry : multi.entrySet()) {
        if (entry.getValue() != null) {
          entry.getValue().forEach(value -> put(headers, entry.getKey(), value, true));
        }
      }
    }
    if (single != null) {
      single.forEach((name, value) -> put(headers, name, value, false));
    }
    return headers;
  }

  /** Adds each cookie that a result of format 2.0 has as a header of its own. */
  static void addCookies(Map<String, List<String>> headers, List<String> cookies) {
    cookies.forEach(cookie -> put(headers, "set-cookie", cookie, true));
  }

  private static Iterable<Map.Entry<String, JsonNode>> members(JsonNode map, String name) {
    if (ProxyResult.absent(map)) {
      return List.of();
    }
    if (!map.isObject()) {
      throw ProxyResult.malformed(name + " is no object");
    }
    return map.properties();
  }

  private static void add(
      Map<String, List<String>> headers, String name, JsonNode value, boolean repeatable) {
    if (value.isContainerNode()) {
      throw ProxyResult.malformed("header " + Json.quote(name) + " has a value that is no scalar");
    }
    put(headers, name, value.isNull() ? null : value.asText(), repeatable);
  }

  private static void put(
      Map<String, List<String>> headers, String name, @Nullable String text, boolean repeatable) {
    if (text == null) {
      return;
    }
    if (!FieldText.isName(name) || !FieldText.isValue(text)) {
      throw ProxyResult.malformed("a header has a name or value that HTTP does not allow");
    }
    List<String> values = headers.computeIfAbsent(name, any -> new ArrayList<>(1));
    if (repeatable || !values.contains(text)) {
      values.add(text);
    }
  }
}
