package io.gatemason.runtime.server;

import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.exchange.RequestIds;
import io.gatemason.runtime.server.wire.Refusals;
import java.nio.charset.StandardCharsets;

/** Answers that no document can customise: given before the API is known, or instead of it. */
final class FixedAnswers {
  private static final String CONTENT_TYPE = "Content-Type";
  private static final byte[] NOT_FOUND = utf8("{\"message\":\"Not Found\"}");
  private static final byte[] FORBIDDEN = utf8("{\"message\":\"Forbidden\"}");
  private static final byte[] TOO_LARGE = utf8("{\"message\":\"Request Entity Too Large\"}");
  private static final byte[] HEALTHY = utf8("healthy");
  private static final byte[] STOPPING = utf8("stopping");

  private FixedAnswers() {}

  /** No API answers to the host, or no stage to the path, or the default endpoint is off. */
  static void forbidden(ClientRequest request, ClientAnswer answer) {
    AnswerFields fields = new AnswerFields();
    fields.set("x-amzn-ErrorType", "ForbiddenException");
    json(request, answer, fields, 403, FORBIDDEN);
  }

  /** The path or the query is malformed. */
  static void badRequest(ClientRequest request, ClientAnswer answer) {
    json(request, answer, new AnswerFields(), 400, Refusals.body(400));
  }

  /** The default endpoint of an HTTP API is off. */
  static void httpApiForbidden(ClientRequest request, ClientAnswer answer) {
    httpApi(request, answer, 403, FORBIDDEN);
  }

  /** No stage of an HTTP API serves the path. */
  static void httpApiNotFound(ClientRequest request, ClientAnswer answer) {
    httpApi(request, answer, 404, NOT_FOUND);
  }

  /** Content-Length of a request to an HTTP API exceeds the limit; the body stays unread. */
  static void httpApiPayloadTooLarge(ClientRequest request, ClientAnswer answer) {
    answer.last();
    httpApi(request, answer, 413, TOO_LARGE);
  }

  /** The target is longer than the limit. */
  static void uriTooLong(ClientRequest request, ClientAnswer answer) {
    json(request, answer, new AnswerFields(), 414, Refusals.body(414));
  }

  /**
   * Content-Length exceeds the limit. The managed service's front end says so in plain text and
   * without the headers of the API; the connection is closed because the body stays unread.
   */
  static void payloadTooLarge(ClientAnswer answer, int limit) {
    AnswerFields fields = new AnswerFields();
    fields.set(CONTENT_TYPE, "text/plain");
    answer.last();
    answer.send(413, fields, utf8("HTTP content length exceeded " + limit + " bytes."));
  }

  /** The process is up. */
  static void alive(ClientRequest request, ClientAnswer answer) {
    text(request, answer, 200, HEALTHY);
  }

  /** Whether the process would like to get requests. */
  static void ready(ClientRequest request, ClientAnswer answer, boolean ready) {
    text(request, answer, ready ? 200 : 503, ready ? HEALTHY : STOPPING);
  }

  private static void text(ClientRequest request, ClientAnswer answer, int status, byte[] body) {
    AnswerFields fields = new AnswerFields();
    fields.set(CONTENT_TYPE, "text/plain");
    send(request, answer, fields, status, body);
  }

  private static void httpApi(ClientRequest request, ClientAnswer answer, int status, byte[] body) {
    AnswerFields fields = new AnswerFields();
    fields.set(CONTENT_TYPE, "application/json");
    RequestIds.fresh().setInHttpApi(fields);
    send(request, answer, fields, status, body);
  }

  private static void json(
      ClientRequest request, ClientAnswer answer, AnswerFields fields, int status, byte[] body) {
    fields.set(CONTENT_TYPE, "application/json");
    RequestIds.of(request.fields()).setIn(fields);
    send(request, answer, fields, status, body);
  }

  private static void send(
      ClientRequest request, ClientAnswer answer, AnswerFields fields, int status, byte[] body) {
    if (request.method().equals("HEAD")) {
      answer.sendHead(status, fields, body.length);
    } else {
      answer.send(status, fields, body);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
