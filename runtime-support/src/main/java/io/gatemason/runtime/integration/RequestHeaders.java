package io.gatemason.runtime.integration;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.exchange.ClientOrigin;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.FieldText;
import io.gatemason.runtime.transport.HeaderFields;
import java.util.List;
import java.util.Locale;

/** Which headers reach a backend (docs/behaviour/integrations.md#header-classes). */
final class RequestHeaders {
  private RequestHeaders() {}

  /** Adds those of the client that reach a backend through http_proxy, and the gateway's own. */
  static void passThrough(Exchange exchange, HeaderFields headers) {
    if (exchange.api().httpApi()) {
      RouteHeaders.passThrough(exchange, headers);
      return;
    }
    ClientOrigin.HeaderFilter forwarded = ClientOrigin.HeaderFilter.of(exchange);
    RequestFields fields = exchange.head().fields();
    for (int i = 0; i < fields.count(); i++) {
      String name = fields.name(i);
      String lower = name.toLowerCase(Locale.ROOT);
      if (!forwarded.stop(lower) && passesThrough(lower, fields.value(i))) {
        headers.add(name, fields.value(i));
      }
    }
    addDefaults(exchange, headers);
    addForwarded(exchange, headers);
  }

  /** Adds those that every backend gets. */
  static void addDefaults(Exchange exchange, HeaderFields headers) {
    String apiId = exchange.api().apiId();
    if (!headers.contains("User-Agent")) {
      headers.add("User-Agent", "AmazonAPIGateway_" + apiId);
    }
    if (!headers.contains("Accept")) {
      headers.add("Accept", "application/json");
    }
    headers.add("x-amzn-apigateway-api-id", apiId);
    headers.add("X-Amzn-Trace-Id", exchange.head().traceId());
  }

  private static void addForwarded(Exchange exchange, HeaderFields headers) {
    headers.add("X-Forwarded-For", ClientOrigin.forwardedFor(exchange));
    headers.add("X-Forwarded-Port", Integer.toString(exchange.origin().port()));
    headers.add("X-Forwarded-Proto", exchange.origin().protocol());
  }

  /**
   * Whether a client's header is passed on by an http_proxy integration. Framing and host are the
   * gateway's own; the rest is the recorded list.
   */
  private static boolean passesThrough(String lower, String value) {
    return switch (lower) {
      case "connection",
          "content-encoding",
          "content-length",
          "content-md5",
          "expect",
          "host",
          "keep-alive",
          "max-forwards",
          "proxy-authenticate",
          "proxy-connection",
          "server",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via",
          "www-authenticate",
          "x-amzn-apigateway-api-id",
          "x-amzn-trace-id" ->
          false;
      case "authorization" -> !value.startsWith("AWS4-");
      default -> true;
    };
  }

  /** Sets a mapped header, or drops it where the managed service does. */
  static void map(HeaderFields headers, String name, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    switch (name.toLowerCase(Locale.ROOT)) {
      case "content-length", "transfer-encoding" -> throw GatewayFailure.illegalHeader(name);
      case "connection", "expect", "proxy-authenticate", "te", "via" -> {}
      default -> {
        headers.remove(name);
        for (String value : values) {
          headers.add(name, FieldText.field(checked(name, value)));
        }
      }
    }
  }

  /** Sets a mapped header of a request to AWS, where more is refused and dropped. */
  static void mapForAws(HeaderFields headers, String name, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    switch (name.toLowerCase(Locale.ROOT)) {
      case "authorization",
          "connection",
          "expect",
          "proxy-authenticate",
          "te",
          "x-amzn-apigateway-api-id",
          "x-amzn-trace-id" ->
          throw GatewayFailure.illegalHeader(name);
      case "host", "referer" -> {}
      default -> map(headers, name, values);
    }
  }

  /** The value, which a mapping may have taken from anywhere, unless it would split the header. */
  static String checked(String name, String value) {
    if (splitsHeaders(value)) {
      throw GatewayFailure.internalError(
          "Value of request header " + name + " holds a line break or NUL");
    }
    return value;
  }

  static boolean splitsHeaders(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\r' || c == '\n' || c == 0) {
        return true;
      }
    }
    return false;
  }
}
