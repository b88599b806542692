package io.gatemason.runtime.function.event;

import io.gatemason.runtime.exchange.ClientOrigin;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.FieldText;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The request headers that a proxy function gets: the client's, less those that the gateway
 * consumes, and the gateway's own, which come last.
 */
final class EventHeaders {
  private static final HeaderName TRACE = HeaderNames.create("X-Amzn-Trace-Id");
  private static final HeaderName FORWARDED_PORT = HeaderNames.create("X-Forwarded-Port");
  private static final HeaderName FORWARDED_PROTO = HeaderNames.create("X-Forwarded-Proto");

  private EventHeaders() {}

  /** All values by the name that the client wrote, in the order of the request. */
  static Map<String, List<String>> asWritten(Exchange exchange) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    ClientOrigin.HeaderFilter forwarded = ClientOrigin.HeaderFilter.of(exchange);
    for (Header header : exchange.head().headers()) {
      String lower = header.headerName().lowerCase();
      List<String> values = forwarded.stop(lower) ? List.of() : passed(lower, header);
      if (!values.isEmpty()) {
        headers.put(outward(exchange.head().written(header), lower), values);
      }
    }
    addOwn(exchange, (name, value) -> headers.put(name.defaultCase(), List.of(value)));
    return headers;
  }

  /**
   * All values, joined by commas, by the lower-case name; Content-Length is that of the body
   * (docs/behaviour/functions.md#event-2).
   */
  static Map<String, String> joined(Exchange exchange, int bodyLength) {
    Map<String, String> headers = new LinkedHashMap<>();
    ClientOrigin.HeaderFilter forwarded = ClientOrigin.HeaderFilter.of(exchange);
    for (Header header : exchange.head().headers()) {
      String lower = header.headerName().lowerCase();
      List<String> values = forwarded.stop(lower) ? List.of() : passed(lower, header);
      if (!values.isEmpty()) {
        headers.put(lower, String.join(lower.equals("cookie") ? "; " : ",", values));
      }
    }
    headers.put("content-length", Integer.toString(bodyLength));
    addOwn(exchange, (name, value) -> headers.put(name.lowerCase(), value));
    return headers;
  }

  /** Each {@code name=value} of a Cookie header. */
  static List<String> cookies(String header) {
    List<String> cookies = new ArrayList<>();
    for (String cookie : header.split(";", -1)) {
      if (!cookie.isBlank()) {
        cookies.add(cookie.strip());
      }
    }
    return cookies;
  }

  /**
   * The values that reach the function: no hop-by-hop header
   * (docs/behaviour/integrations.md#header-classes, docs/behaviour/functions.md#event-1).
   */
  private static List<String> passed(String lower, Header header) {
    return switch (lower) {
      case "connection",
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
          "x-amzn-trace-id" ->
          List.of();
      case "authorization" ->
          header.allValues().stream().filter(value -> !value.startsWith("AWS4-")).toList();
      default -> header.allValues().stream().map(FieldText::read).toList();
    };
  }

  /** Two names are written in one way, whatever the client wrote. */
  private static String outward(String name, String lower) {
    return switch (lower) {
      case "authorization" -> "Authorization";
      case "user-agent" -> "User-Agent";
      default -> name;
    };
  }

  @FunctionalInterface
  private interface Sink {
    void put(HeaderName name, String value);
  }

  private static void addOwn(Exchange exchange, Sink headers) {
    if (!exchange.head().headers().contains(HeaderNames.HOST)) {
      exchange
          .context()
          .values(ContextVariable.DOMAIN_NAME)
          .forEach(host -> headers.put(HeaderNames.HOST, host));
    }
    headers.put(TRACE, exchange.head().traceId());
    headers.put(HeaderNames.X_FORWARDED_FOR, ClientOrigin.forwardedFor(exchange));
    headers.put(FORWARDED_PORT, Integer.toString(exchange.origin().port()));
    headers.put(FORWARDED_PROTO, exchange.origin().protocol());
  }
}
