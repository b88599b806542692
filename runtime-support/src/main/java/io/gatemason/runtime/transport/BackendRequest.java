package io.gatemason.runtime.transport;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.failure.GatewayFailure;
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
   * Does nothing if it is one request in the eyes of the backend, whoever made up its parts.
   *
   * @throws GatewayFailure 500 if a part has a character that would end it before its end
   */
  void requireSound() {
    boolean sound = isWord(method) && isWord(target);
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      sound &= isWord(name) && name.indexOf(':') < 0 && isLine(headers.value(i));
    }
    if (!sound) {
      throw GatewayFailure.internalError("A request with a character that would split it");
    }
  }

  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == 127 || c > 255) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || c == '\n' || c == 0) {
        return false;
      }
    }
    return true;
  }

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
