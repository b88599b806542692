package io.gatemason.runtime.function.event;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the parameter mappings of an HTTP API change of the request that an event tells of, in the
 * order in which they are called (docs/behaviour/http-api.md#mapped-events). An empty list stands
 * for a value that is missing, and changes nothing. Belongs to the thread of the request.
 */
public final class EventChanges {
  /** What a change does to the values of a name. */
  private enum Action {
    REMOVE,
    OVERWRITE,
    APPEND
  }

  private record Change(Action action, String name, String value) {}

  private final PayloadFormat format;
  private final List<Change> headers = new ArrayList<>();
  private final List<Change> query = new ArrayList<>();
  private @Nullable String path;

  /** No changes yet of an event of this format. */
  public EventChanges(PayloadFormat format) {
    this.format = format;
  }

  /** The format of the event. */
  public PayloadFormat format() {
    return format;
  }

  /** Adds a value of a header to those that are there. */
  public void appendHeader(String name, List<String> values) {
    values.forEach(value -> headers.add(new Change(Action.APPEND, name, value)));
  }

  /** Replaces all values of a header. */
  public void overwriteHeader(String name, List<String> values) {
    values.forEach(value -> headers.add(new Change(Action.OVERWRITE, name, value)));
  }

  /** Drops a header. */
  public void removeHeader(String name) {
    headers.add(new Change(Action.REMOVE, name, ""));
  }

  /** Adds a value of a query parameter to those that are there. */
  public void appendQuery(String name, List<String> values) {
    values.forEach(value -> query.add(new Change(Action.APPEND, name, value)));
  }

  /** Replaces all values of a query parameter. */
  public void overwriteQuery(String name, List<String> values) {
    values.forEach(value -> query.add(new Change(Action.OVERWRITE, name, value)));
  }

  /** Drops a query parameter. */
  public void removeQuery(String name) {
    query.add(new Change(Action.REMOVE, name, ""));
  }

  /** Replaces the path. */
  public void overwritePath(List<String> values) {
    values.forEach(value -> path = value);
  }

  /** The path, if it is not the one of the request. */
  String path(String original) {
    return path == null ? original : path;
  }

  /** Changes the values of headers, whose names count in any case. */
  void changeHeaders(Map<String, List<String>> values) {
    for (Change change : headers) {
      apply(change, name(values, change.name()), values);
    }
  }

  /** Changes headers that have one text each, by their lower-case names. */
  void changeJoinedHeaders(Map<String, String> texts) {
    if (headers.isEmpty()) {
      return;
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    texts.forEach((name, text) -> values.put(name, List.of(text)));
    changeHeaders(values);
    texts.clear();
    values.forEach(
        (name, list) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          texts.put(lower, EventHeaders.joined(lower, list));
        });
  }

  /** Changes the values of query parameters. */
  void changeQuery(Map<String, List<String>> values) {
    query.forEach(change -> apply(change, change.name(), values));
  }

  /** The query as it stands in a request line, after the changes. */
  String rawQuery(String original, Map<String, List<String>> changed) {
    if (query.isEmpty()) {
      return original;
    }
    StringBuilder text = new StringBuilder();
    changed.forEach(
        (name, values) ->
            values.forEach(
                value -> {
                  text.append(text.isEmpty() ? "" : "&").append(encoded(name));
                  text.append('=').append(encoded(value));
                }));
    return text.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The name as it stands among the values; the mapping's own where it does not. */
  private static String name(Map<String, List<String>> values, String name) {
    return values.keySet().stream().filter(name::equalsIgnoreCase).findFirst().orElse(name);
  }

  private static void apply(Change change, String name, Map<String, List<String>> values) {
    switch (change.action()) {
      case REMOVE -> values.remove(name);
      case OVERWRITE -> values.put(name, List.of(change.value()));
      case APPEND -> {
        List<String> all = new ArrayList<>(values.getOrDefault(name, List.of()));
        all.add(change.value());
        values.put(name, all);
      }
    }
  }
}
