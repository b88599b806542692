package io.gatemason.runtime.template;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the templates of one exchange override: {@code $context.requestOverride} and {@code
 * $context.responseOverride} (developer guide, override parameters). One instance serves the
 * request and the response template, since both see what the first one wrote (recorded). Not
 * thread-safe.
 */
public final class Overrides {
  private static final String HEADER = "header";
  private static final String PATH = "path";
  private static final String QUERY = "querystring";
  private static final String STATUS = "status";

  private final Map<String, Object> request = OverrideMap.create();
  private final Map<String, Object> response = OverrideMap.create();

  /** Creates overrides that change nothing. */
  public Overrides() {
    request.put(HEADER, OverrideMap.create());
    request.put(PATH, OverrideMap.create());
    request.put(QUERY, OverrideMap.create());
    response.put(HEADER, OverrideMap.create());
  }

  Map<String, Object> request() {
    return request;
  }

  Map<String, Object> response() {
    return response;
  }

  /** Headers of the integration request as value lists; a list value gives a repeated header. */
  public Map<String, List<String>> requestHeaders() {
    return lists(request.get(HEADER));
  }

  /** A variable of the integration's URI: what a template set, else what was mapped to it. */
  public String requestPath(String name, String mapped) {
    return request.get(PATH) instanceof Map<?, ?> path && path.get(name) != null
        ? Values.text(path.get(name))
        : mapped;
  }

  /** Query parameters of the integration request as value lists. */
  public Map<String, List<String>> requestQuery() {
    return lists(request.get(QUERY));
  }

  /** Headers of the method response as value lists. */
  public Map<String, List<String>> responseHeaders() {
    return lists(response.get(HEADER));
  }

  /**
   * The status of the method response: an integer from 100 to 599, or text that is one; anything
   * else is ignored.
   */
  public OptionalInt responseStatus() {
    Object status = response.get(STATUS);
    String text = status == null ? "" : Values.text(status).strip();
    return text.matches("[1-5][0-9]{2}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  private static Map<String, List<String>> lists(@Nullable Object values) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    if (values instanceof Map<?, ?> map) {
      map.forEach((name, value) -> lists.put(Values.text(name), list(value)));
    }
    return lists;
  }

  private static List<String> list(@Nullable Object value) {
    return value instanceof Collection<?> items
        ? items.stream().map(Values::text).toList()
        : List.of(Values.text(value));
  }
}
