package io.gatemason.runtime.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.ProxyAnswer;
import io.gatemason.runtime.function.event.ProxyResult;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a proxy function answers to an event (docs/behaviour/websocket.md#functions). */
public final class FunctionAnswer {
  private static final byte[] NONE = {};

  private FunctionAnswer() {}

  /**
   * Sends what the function returned: to a handshake the response that it is, to a message the body
   * of it.
   *
   * @param result JSON in UTF-8
   * @throws io.gatemason.runtime.failure.GatewayFailure 502 if it is no response to a handshake
   */
  public static void send(Exchange exchange, byte[] result) {
    if (exchange.context().text(ContextVariable.EVENT_TYPE, "").equals("CONNECT")) {
      handshake(exchange, ProxyResult.read(result));
    } else {
      exchange.proxyAnswer(200).send(Payload.of(message(result)));
    }
  }

  private static void handshake(Exchange exchange, ProxyResult result) {
    ProxyAnswer answer = exchange.proxyAnswer(result.status());
    result.headers().forEach((name, values) -> values.forEach(value -> answer.header(name, value)));
    if (!result.headers().containsKey("Content-Type")) {
      answer.header("Content-Type", "application/json");
    }
    answer.send(Payload.of(result.body().getBytes(StandardCharsets.UTF_8)));
  }

  /** A text is the message itself, of an object it is the body; anything else is none. */
  private static byte[] message(byte[] result) {
    JsonNode returned;
    try {
      returned = Json.read(result);
    } catch (JsonFormatException e) {
      return result;
    }
    JsonNode body = returned.isObject() ? returned.path("body") : returned;
    if (body.isNull() || body.isMissingNode()) {
      return NONE;
    }
    byte[] text =
        (body.isContainerNode() ? Json.write(body) : body.asText())
            .getBytes(StandardCharsets.UTF_8);
    return returned.path("isBase64Encoded").asBoolean() ? decoded(text) : text;
  }

  private static byte[] decoded(byte[] base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return base64;
    }
  }
}
