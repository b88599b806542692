package io.gatemason.runtime.function.event;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.exchange.ClientOrigin;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.FieldText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The request headers that a proxy function gets: the client's, less those that the gateway
 * consumes, and the gateway's own, which come last.
 */
final class EventHeaders {
  private EventHeaders() {}

  /** All values by the name that the client wrote first, in the order of the request. */
  static Map<String, List<String>> asWritten(Exchange exchange) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    RequestFields fields = exchange.head().fields();
    ClientOrigin.HeaderFilter forwarded = ClientOrigin.HeaderFilter.of(exchange);
    for (int i = 0; i < fields.count(); i++) {
      String name = fields.name(i);
      String lower = name.toLowerCase(Locale.ROOT);
      boolean passes = fields.find(name, 0) == i && !forwarded.stop(lower);
      List<String> values = passes ? passed(lower, fields) : List.of();
      if (!values.isEmpty()) {
        headers.put(outward(name, lower), values);
      }
    }
    addOwn(exchange, (name, value) -> headers.put(name, List.of(value)));
    return headers;
  }

  /**
   * All values, joined by commas, by the lower-case name; Content-Length is that of the body
   * (docs/behaviour/functions.md#event-2).
   */
  static Map<String, String> joined(Exchange exchange, int bodyLength) {
    Map<String, String> headers = new LinkedHashMap<>();
    RequestFields fields = exchange.head().fields();
    ClientOrigin.HeaderFilter forwarded = ClientOrigin.HeaderFilter.of(exchange);
    for (int i = 0; i < fields.count(); i++) {
      String lower = fields.name(i).toLowerCase(Locale.ROOT);
      boolean passes = fields.find(lower, 0) == i && !forwarded.stop(lower);
      List<String> values = passes ? passed(lower, fields) : List.of();
      if (!values.isEmpty()) {
        headers.put(lower, joined(lower, values));
      }
    }
    headers.put("content-length", Integer.toString(bodyLength));
    addOwn(exchange, (name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }

  /** The values of one header as one text. */
  static String joined(String lowerName, List<String> values) {
    return values.size() == 1
        ? values.getFirst()
        : String.join(lowerName.equals("cookie") ? "; " : ",", values);
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
  private static List<String> passed(String lower, RequestFields fields) {
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
      case "authorization" -> unsigned(fields.all(lower));
      default -> read(fields.all(lower));
    };
  }

  /** Credentials that are no signature, which would help nobody behind the gateway. */
  private static List<String> unsigned(List<String> values) {
    boolean signed = values.stream().anyMatch(value -> value.startsWith("AWS4-"));
    return signed ? values.stream().filter(value -> !value.startsWith("AWS4-")).toList() : values;
  }

  private static List<String> read(List<String> values) {
    if (values.size() == 1) {
      return List.of(FieldText.read(values.getFirst()));
    }
    return values.stream().map(FieldText::read).toList();
  }

  /** Two names are written in one way, whatever the client wrote. */
  private static String outward(String name, String lower) {
    return switch (lower) {
      case "authorization" -> "Authorization";
      case "user-agent" -> "User-Agent";
      default -> name;
    };
  }

  private static void addOwn(Exchange exchange, BiConsumer<String, String> headers) {
    if (!exchange.head().fields().has("Host")) {
      exchange
          .context()
          .values(ContextVariable.DOMAIN_NAME)
          .forEach(host -> headers.accept("Host", host));
    }
    for (String name : ClientOrigin.HEADERS) {
      headers.accept(name, Exchange.text(exchange.header(name), ""));
    }
  }
}
