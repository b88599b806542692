package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.exchange.RequestIds;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/** Answers that no document can customise: given before the API is known, or instead of it. */
final class FixedAnswers {
  static final Status HEADERS_TOO_LARGE = Status.create(431, "Request Header Fields Too Large");
  static final Header TEXT = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/plain");
  private static final Header JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");
  private static final Header FORBIDDEN_TYPE =
      HeaderValues.createCached("x-amzn-ErrorType", "ForbiddenException");
  private static final byte[] FORBIDDEN = utf8("{\"message\":\"Forbidden\"}");
  private static final byte[] BAD_REQUEST = utf8("{\"message\":\"Bad Request\"}");
  static final byte[] URI_TOO_LONG = utf8("{\"message\":\"Request URI too long\"}");
  private static final byte[] UNAVAILABLE = utf8("{\"message\":\"Service Unavailable\"}");
  private static final byte[] HEALTHY = utf8("healthy");

  private FixedAnswers() {}

  /** No API answers to the host, or no stage to the path, or the default endpoint is off. */
  static void forbidden(ServerRequest request, ServerResponse response) {
    response.header(FORBIDDEN_TYPE);
    json(request, response, Status.FORBIDDEN_403, FORBIDDEN);
  }

  /** The requests in progress hold all the memory that there is for bodies. */
  static void unavailable(ServerRequest request, ServerResponse response) {
    response.headers().clear();
    announceClose(request, response);
    json(request, response, Status.SERVICE_UNAVAILABLE_503, UNAVAILABLE);
  }

  /** The query is malformed. */
  static void badRequest(ServerRequest request, ServerResponse response) {
    json(request, response, Status.BAD_REQUEST_400, BAD_REQUEST);
  }

  /** The body is not framed as HTTP demands, so that no request can be found after it. */
  static void malformedBody(ServerRequest request, ServerResponse response) {
    response.headers().clear();
    RequestIds ids = RequestIds.fresh();
    response.header(JSON).header(ids.requestIdHeader()).header(ids.extendedIdHeader());
    announceClose(request, response);
    response.status(Status.BAD_REQUEST_400);
    response.send(BAD_REQUEST);
  }

  /** HTTP/2 closes streams, and forbids the header. */
  private static void announceClose(ServerRequest request, ServerResponse response) {
    if (request.prologue().protocolVersion().startsWith("1")) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    }
  }

  /** The header section is longer than the limit. */
  static void headersTooLarge(ServerRequest request, ServerResponse response) {
    json(
        request,
        response,
        HEADERS_TOO_LARGE,
        utf8("{\"message\":\"" + HEADERS_TOO_LARGE.reasonPhrase() + "\"}"));
  }

  /** The request line is longer than the limit. */
  static void uriTooLong(ServerRequest request, ServerResponse response) {
    json(request, response, Status.REQUEST_URI_TOO_LONG_414, URI_TOO_LONG);
  }

  /**
   * Content-Length exceeds the limit. The managed service's front end says so in plain text and
   * without the headers of the API; the connection is closed because the body stays unread.
   */
  static void payloadTooLarge(ServerRequest request, ServerResponse response, int limit) {
    response.header(TEXT);
    announceClose(request, response);
    response.status(Status.REQUEST_ENTITY_TOO_LARGE_413);
    response.send(tooLarge(limit));
  }

  /** The text of that answer. */
  static byte[] tooLarge(int limit) {
    return utf8("HTTP content length exceeded " + limit + " bytes.");
  }

  /** The process is up. */
  static void healthy(ServerRequest request, ServerResponse response) {
    response.header(TEXT).status(Status.OK_200);
    send(request, response, HEALTHY);
  }

  private static void json(
      ServerRequest request, ServerResponse response, Status status, byte[] body) {
    RequestIds ids = RequestIds.of(request.headers());
    response.header(JSON).header(ids.requestIdHeader()).header(ids.extendedIdHeader());
    response.status(status);
    send(request, response, body);
  }

  private static void send(ServerRequest request, ServerResponse response, byte[] body) {
    UnreadBody.closeIfAsked(
        request, response, request.content()::inputStream, Limits.DEFAULT.payloadBytes());
    if (Method.HEAD.equals(request.prologue().method())) {
      response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, body.length));
      response.send();
    } else {
      response.send(body);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
