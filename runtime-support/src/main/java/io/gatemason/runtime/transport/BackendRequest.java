package io.gatemason.runtime.transport;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.payload.Payload;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request as it goes over the wire. Its headers hold everything but the framing of the
 * body; {@code timeoutMillis} bounds the time that is spent waiting for the backend. When {@code
 * client} hangs up, the call is abandoned.
 */
public record BackendRequest(
    String method,
    String target,
    HeaderFields headers,
    @Nullable Payload body,
    int timeoutMillis,
    ClientLine client) {

  /**
   * Whether sending it twice has the effect of sending it once (RFC 9110 §9.2.2) and its body is
   * still at hand.
   */
  boolean repeatable() {
    boolean idempotent =
        switch (method) {
          case "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE" -> true;
          default -> false;
        };
    return idempotent && (body == null || body.buffered());
  }
}
