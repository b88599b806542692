package io.gatemason.runtime.integration;

import io.gatemason.runtime.exchange.ProxyAnswer;
import io.gatemason.runtime.transport.HeaderFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which headers of a proxy integration's backend reach the client, under which name
 * (docs/behaviour/integrations.md#header-classes).
 */
final class ProxyResponseHeaders {
  private static final String REMAPPED = "x-amzn-Remapped-";

  private ProxyResponseHeaders() {}

  static void copy(HeaderFields headers, ProxyAnswer answer) {
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      String outward = outward(name);
      if (outward != null) {
        answer.header(outward, headers.value(i));
      }
    }
  }

  /** The name under which the client gets the header, null if it does not get it. */
  static @Nullable String outward(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "expect",
          "host",
          "keep-alive",
          "proxy-authenticate",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via" ->
          null;
      case "authorization",
          "connection",
          "content-length",
          "content-md5",
          "date",
          "max-forwards",
          "server",
          "user-agent",
          "www-authenticate",
          "x-amz-apigw-id",
          "x-amzn-requestid" ->
          REMAPPED + name;
      default -> name;
    };
  }
}
