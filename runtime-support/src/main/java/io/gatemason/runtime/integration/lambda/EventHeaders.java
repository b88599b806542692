package io.gatemason.runtime.integration.lambda;

import io.gatemason.runtime.exchange.Exchange;
import io.helidon.http.Header;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The request headers that a proxy function gets (rest-api.md §5.5, §8.1). */
final class EventHeaders {
  private static final Set<String> DROPPED =
      Set.of(
          "connection",
          "content-length",
          "content-md5",
          "expect",
          "keep-alive",
          "max-forwards",
          "proxy-authenticate",
          "proxy-connection",
          "server",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "www-authenticate",
          "x-amzn-trace-id",
          "x-forwarded-for");

  private EventHeaders() {}

  /** All values by name, in the order of the request; the gateway's own come last. */
  static Map<String, List<String>> of(Exchange exchange) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (Header header : exchange.requestHeaders()) {
      String lower = header.name().toLowerCase(Locale.ROOT);
      if (!DROPPED.contains(lower)) {
        for (String value : header.allValues()) {
          if (!lower.equals("authorization") || !value.startsWith("AWS4-")) {
            add(headers, outward(header.name(), lower), value);
          }
        }
        seen.add(lower);
      }
    }
    if (!seen.contains("host") && !exchange.contextVariables().domainName().isEmpty()) {
      headers.put("Host", exchange.contextVariables().domainName());
    }
    addForwarded(exchange, headers, seen);
    return headers;
  }

  static void add(Map<String, List<String>> map, String name, String value) {
    map.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
  }

  /** Two names are written in one way, whatever the client wrote. */
  private static String outward(String name, String lower) {
    return switch (lower) {
      case "authorization" -> "Authorization";
      case "user-agent" -> "User-Agent";
      default -> name;
    };
  }

  /** Port and protocol are kept as a load balancer before the gateway has set them. */
  private static void addForwarded(
      Exchange exchange, Map<String, List<String>> headers, Set<String> seen) {
    headers.put("X-Amzn-Trace-Id", List.of(exchange.traceId()));
    List<String> chain = exchange.headers("X-Forwarded-For");
    String client = Exchange.text(exchange.contextVariables().identitySourceIp(), "");
    String all = chain.isEmpty() ? client : chain.getFirst() + ", " + client;
    headers.put("X-Forwarded-For", List.of(all));
    if (!seen.contains("x-forwarded-port")) {
      headers.put("X-Forwarded-Port", List.of(Integer.toString(exchange.localPort())));
    }
    if (!seen.contains("x-forwarded-proto")) {
      headers.put("X-Forwarded-Proto", List.of(exchange.secure() ? "https" : "http"));
    }
  }
}
