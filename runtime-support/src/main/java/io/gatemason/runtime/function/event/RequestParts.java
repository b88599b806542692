package io.gatemason.runtime.function.event;

import io.gatemason.runtime.client.PathText;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What events tell of a request, besides its headers. */
final class RequestParts {
  private static final String DEFAULT = "$default";

  private RequestParts() {}

  /** The path variables that the request has, raw, of an HTTP API decoded, in their order. */
  static Map<String, String> pathParameters(Exchange exchange) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : exchange.pathParameterNames()) {
      List<String> value = exchange.pathParameter(name);
      if (!value.isEmpty()) {
        values.put(
            name, exchange.api().httpApi() ? PathText.decoded(value.getFirst()) : value.getFirst());
      }
    }
    return values;
  }

  /** All decoded values by name, in the order of the request. */
  static Map<String, List<String>> query(Exchange exchange) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    exchange
        .head()
        .query()
        .forEach(
            (name, value) -> values.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value));
    return values;
  }

  /** The values of each name, joined by commas. */
  static Map<String, String> joined(Map<String, List<String>> query) {
    Map<String, String> joined = new LinkedHashMap<>();
    query.forEach((name, values) -> joined.put(name, String.join(",", values)));
    return joined;
  }

  /** The key of the route that the request took. */
  static String routeKey(Exchange exchange) {
    return exchange.context().text(ContextVariable.ROUTE_KEY, DEFAULT);
  }

  /** The stage that the request is for, by the name that it has in events of version 2.0. */
  static String routeStage(Exchange exchange) {
    String stage = exchange.api().stage();
    return stage.isEmpty() ? DEFAULT : stage;
  }
}
