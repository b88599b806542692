package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.RequestIds;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Answers to requests that the HTTP parser refuses. They say what the status says and nothing of
 * the parser's own words, which may quote the request.
 */
final class ParserRefusals implements DirectHandler {
  private static final Status HEADERS_TOO_LARGE =
      Status.create(431, "Request Header Fields Too Large");

  /** How the parser says that the header section exceeds its limit; it uses plain 400 for it. */
  private static final String HEADER_LIMIT = "Header size exceeded";

  private ParserRefusals() {}

  static DirectHandlers handlers() {
    DirectHandlers.Builder builder = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      builder.addHandler(type, new ParserRefusals());
    }
    return builder.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType eventType,
      Status defaultStatus,
      ServerResponseHeaders responseHeaders,
      @Nullable String message) {
    Status status = HEADER_LIMIT.equals(message) ? HEADERS_TOO_LARGE : defaultStatus;
    RequestIds ids = RequestIds.fresh();
    responseHeaders.set(HeaderValues.CONTENT_TYPE_JSON);
    responseHeaders.set(ids.requestIdHeader());
    responseHeaders.set(ids.extendedIdHeader());
    String body = "{\"message\":\"" + status.reasonPhrase() + "\"}";
    return TransportResponse.builder()
        .status(status)
        .headers(responseHeaders)
        .entity(body.getBytes(StandardCharsets.UTF_8))
        .keepAlive(false)
        .build();
  }
}
