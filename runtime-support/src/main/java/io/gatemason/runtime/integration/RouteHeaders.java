package io.gatemason.runtime.integration;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.exchange.ClientOrigin;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.FieldText;
import io.gatemason.runtime.transport.HeaderFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which headers reach a backend of an HTTP API (docs/behaviour/http-api.md#http-proxy). */
final class RouteHeaders {
  private RouteHeaders() {}

  /** Adds those of the client that reach a backend, and the gateway's own. */
  static void passThrough(Exchange exchange, HeaderFields headers) {
    ClientOrigin.HeaderFilter filter = ClientOrigin.HeaderFilter.of(exchange);
    RequestFields fields = exchange.head().fields();
    for (int i = 0; i < fields.count(); i++) {
      String lower = fields.name(i).toLowerCase(Locale.ROOT);
      if (!filter.stop(lower) && passes(lower)) {
        headers.add(fields.name(i), fields.value(i));
      }
    }
    headers.add("Forwarded", forwarded(exchange, filter));
    headers.add("X-Amzn-Trace-Id", exchange.head().traceId());
  }

  private static boolean passes(String lower) {
    return switch (lower) {
      case "connection",
          "content-length",
          "expect",
          "forwarded",
          "host",
          "keep-alive",
          "proxy-authenticate",
          "proxy-connection",
          "te",
          "trailer",
          "trailers",
          "transfer-encoding",
          "upgrade",
          "x-amzn-trace-id",
          "x-forwarded-host" ->
          false;
      default -> true;
    };
  }

  /** The hops that came, in the form of RFC 7239 §7.4, and the gateway's own as the last one. */
  private static String forwarded(Exchange exchange, ClientOrigin.HeaderFilter filter) {
    List<String> hops = new ArrayList<>();
    if (!filter.stop("forwarded")) {
      hops.addAll(exchange.head().inAnyCase("Forwarded"));
    }
    String peer = exchange.origin().peer();
    List<String> chain = List.of(ClientOrigin.forwardedFor(exchange).split(",", -1));
    if (hops.isEmpty()) {
      for (String hop : chain.subList(0, chain.size() - 1)) {
        hops.add("for=" + node(hop.strip()));
      }
    }
    hops.add(
        "by="
            + node(exchange.head().localAddress())
            + ";for="
            + node(peer)
            + ";host="
            + quoted(exchange.context().text(ContextVariable.DOMAIN_NAME, "unknown"))
            + ";proto="
            + exchange.origin().protocol());
    return String.join(", ", hops);
  }

  /** RFC 7239 §6: an address with colons stands in brackets and quotes. */
  private static String node(String address) {
    return address.indexOf(':') < 0 || address.startsWith("[")
        ? quoted(address)
        : quoted("[" + address + "]");
  }

  /** RFC 9110 §5.6: what is no token stands in quotes. */
  private static String quoted(String text) {
    return FieldText.isName(text)
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
