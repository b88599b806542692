package io.gatemason.runtime.httpapi;

import io.gatemason.runtime.client.PathText;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.json.JsonPath;
import io.gatemason.runtime.payload.FieldText;
import java.util.List;

/** Values of parameter mappings (docs/behaviour/http-api.md#mapping-values). */
public final class MappedText {
  private MappedText() {}

  /** The values one after the other as one; missing if one of them is. */
  @SafeVarargs
  public static List<String> of(List<String>... values) {
    StringBuilder text = new StringBuilder();
    for (List<String> value : values) {
      if (value.isEmpty()) {
        return List.of();
      }
      text.append(value.getFirst());
    }
    return List.of(text.toString());
  }

  /** The path of the request below the stage. */
  public static List<String> path(Exchange exchange) {
    return List.of(exchange.routedPath());
  }

  /** All values of a header in whatever case its name was sent, joined by commas. */
  public static List<String> header(Exchange exchange, String name) {
    List<String> values = exchange.head().inAnyCase(name);
    return values.isEmpty() ? List.of() : List.of(FieldText.read(String.join(",", values)));
  }

  /** A path variable, decoded. */
  public static List<String> pathParameter(Exchange exchange, String name) {
    return exchange.pathParameter(name).stream().map(PathText::decoded).toList();
  }

  /** The path of the request, the stage included. */
  public static List<String> wholePath(Exchange exchange) {
    return List.of(exchange.rawPath());
  }

  /** All values of a query parameter, joined by commas. */
  public static List<String> query(Exchange exchange, String name) {
    List<String> values = exchange.queryParameters(name);
    return values.isEmpty() ? List.of() : List.of(String.join(",", values));
  }

  /** The whole body; empty text without one. */
  public static List<String> body(Exchange exchange) {
    return List.of(exchange.bodyText().stripTrailing());
  }

  /** What a path selects in the body; missing if the body is no JSON. */
  public static List<String> bodyPath(Exchange exchange, JsonPath path) {
    return MappedJson.values(exchange.bodyBytes(), path);
  }
}
