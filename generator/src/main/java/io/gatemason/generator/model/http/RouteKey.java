package io.gatemason.generator.model.http;

import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.ResourcePath;
import java.util.List;
import java.util.Optional;

/**
 * Which requests a route is for.
 *
 * @param method the verb; ANY for all that have no route of their own
 * @param path the path; empty for {@code $default}, which takes what no other route does
 */
public record RouteKey(HttpMethod method, Optional<ResourcePath> path) {
  private static final String DEFAULT_TEXT = "$default";

  /** The route that takes what no other does. */
  public static final RouteKey DEFAULT = new RouteKey(HttpMethod.ANY, Optional.empty());

  /** The key as events show it. */
  public String text() {
    return path.map(p -> method + " " + p.text()).orElse(DEFAULT_TEXT);
  }

  /** Whether a variable takes the rest of the path. */
  public boolean greedy() {
    return path.map(ResourcePath::segments).orElse(List.of()).stream()
        .anyMatch(segment -> segment.kind() == ResourcePath.Kind.GREEDY);
  }

  /** Whether a full match has a slash behind the last segment. */
  public boolean endsWithSlash() {
    return !greedy()
        && path.filter(p -> !p.segments().isEmpty() && p.text().endsWith("/")).isPresent();
  }

  /** The same for keys that differ in the names of their variables only. */
  public String identity() {
    return path.map(
            p ->
                method
                    + p.segments().stream()
                        .map(
                            segment ->
                                switch (segment.kind()) {
                                  case STATIC -> "/" + segment.name();
                                  case VARIABLE -> "/{}";
                                  case GREEDY -> "/{+}";
                                })
                        .reduce(" ", String::concat)
                    + (endsWithSlash() ? "/" : ""))
        .orElse(DEFAULT_TEXT);
  }
}
