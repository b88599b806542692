package io.gatemason.runtime.server.wire;

import io.gatemason.runtime.client.AnswerFields;
import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.exchange.RequestIds;
import io.helidon.http.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Answers to what is refused before anybody looks for its API. They say what the status says. */
public final class Refusals {
  private Refusals() {}

  /** Sends the answer that belongs to {@code status}, the last one of its connection. */
  public static void send(ClientAnswer answer, int status) {
    answer.last();
    answer.send(status, fields(), body(status));
  }

  /**
   * Answers that there are too many requests at the moment; the connection is as good as before.
   */
  public static void overloaded(ClientAnswer answer) {
    AnswerFields fields = fields();
    fields.set("Retry-After", "1");
    answer.send(503, fields, body(503));
  }

  /** The whole answer over HTTP/1, the last one of its connection. */
  public static byte[] whole(int status, byte[] date) {
    byte[] body = body(status);
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(status).append(' ').append(reason(status)).append("\r\n");
    head.append(new String(date, StandardCharsets.US_ASCII)).append("Connection: close\r\n");
    AnswerFields fields = fields();
    fields.set("Content-Length", Integer.toString(body.length));
    for (int i = 0; i < fields.count(); i++) {
      head.append(fields.name(i)).append(": ").append(fields.value(i)).append("\r\n");
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream(512);
    answer.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    answer.writeBytes(body);
    return answer.toByteArray();
  }

  private static AnswerFields fields() {
    AnswerFields fields = new AnswerFields();
    RequestIds ids = RequestIds.fresh();
    fields.set("Content-Type", "application/json");
    fields.set("x-amzn-RequestId", ids.requestId());
    fields.set("x-amz-apigw-id", ids.extendedRequestId());
    return fields;
  }

  /** The body of such an answer. */
  public static byte[] body(int status) {
    String text = status == 414 ? "Request URI too long" : reason(status);
    return ("{\"message\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  private static String reason(int status) {
    String known = Status.create(status).reasonPhrase();
    return status == 431 ? "Request Header Fields Too Large" : known == null ? "" : known;
  }
}
