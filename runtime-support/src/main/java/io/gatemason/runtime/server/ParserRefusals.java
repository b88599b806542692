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
 * the parser's own words, which may quote the request; but for bodies that are too long they say
 * what the managed service's front end says, see {@link FixedAnswers}.
 */
final class ParserRefusals implements DirectHandler {
  /** How the parser says that the header section exceeds its limit; it uses plain 400 for it. */
  private static final String HEADER_LIMIT = "Header size exceeded";

  private final int payloadLimit;

  private ParserRefusals(int payloadLimit) {
    this.payloadLimit = payloadLimit;
  }

  /** {@code payloadLimit} in bytes, for those who exceed it. */
  static DirectHandlers handlers(int payloadLimit) {
    DirectHandlers.Builder builder = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      builder.addHandler(type, new ParserRefusals(payloadLimit));
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
    if (defaultStatus.code() == Status.REQUEST_ENTITY_TOO_LARGE_413.code()) {
      responseHeaders.set(FixedAnswers.TEXT);
      return answer(defaultStatus, responseHeaders, FixedAnswers.tooLarge(payloadLimit));
    }
    Status status = HEADER_LIMIT.equals(message) ? FixedAnswers.HEADERS_TOO_LARGE : defaultStatus;
    boolean longUri = status.code() == Status.REQUEST_URI_TOO_LONG_414.code();
    RequestIds ids = RequestIds.fresh();
    responseHeaders.set(HeaderValues.CONTENT_TYPE_JSON);
    responseHeaders.set(ids.requestIdHeader());
    responseHeaders.set(ids.extendedIdHeader());
    String body = "{\"message\":\"" + status.reasonPhrase() + "\"}";
    return answer(
        status,
        responseHeaders,
        longUri ? FixedAnswers.URI_TOO_LONG : body.getBytes(StandardCharsets.UTF_8));
  }

  private static TransportResponse answer(
      Status status, ServerResponseHeaders headers, byte[] body) {
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .entity(body)
        .keepAlive(false)
        .build();
  }
}
