package io.gatemason.runtime.websocket;

import io.gatemason.runtime.client.PathText;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.ProxyAnswer;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Calls of {@code @connections}: to send to a connection, to look at it, to end it
 * (docs/behaviour/websocket.md#callbacks).
 */
final class CallbackHandler implements MethodHandler {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{15}=");
  private static final Set<String> VERBS = Set.of("POST", "GET", "DELETE");
  private static final byte[] NONE = {};

  private final WebSockets owner;
  private final Consumer<Exchange> guard;

  CallbackHandler(WebSockets owner, Consumer<Exchange> guard) {
    this.owner = owner;
    this.guard = guard;
  }

  @Override
  public MethodInfo info() {
    return WebSockets.CALLBACKS;
  }

  @Override
  public void handle(Exchange exchange) {
    exchange.returnTraceId();
    try {
      guard.accept(exchange);
    } catch (GatewayFailure e) {
      if (e.type() != GatewayResponseType.THROTTLED) {
        throw e;
      }
      String body = "{\"message\":\"Too Many Requests\"}";
      error(exchange, 429, "LimitExceededException", body);
      return;
    }
    if (exchange.route().length() != 2) {
      throw AccessFailures.missingAuthenticationToken();
    }
    String id = PathText.decoded(exchange.route().segment(1));
    if (!ID.matcher(id).matches()) {
      String body = "{\"message\":" + Json.quote("Invalid connectionId: " + id) + "}";
      error(exchange, 400, "BadRequestException", body);
      return;
    }
    call(exchange, id);
  }

  private void call(Exchange exchange, String id) {
    String verb = exchange.route().httpMethod();
    if (!VERBS.contains(verb)) {
      throw AccessFailures.missingAuthenticationToken();
    }
    byte[] body = verb.equals("POST") ? exchange.bodyBytes() : NONE;
    if (body.length > owner.options().messageBytes()) {
      String text = message("Message too long", id, exchange);
      error(exchange, 413, "PayloadTooLargeException", text);
      return;
    }
    ApiInfo info = owner.info();
    Callback.Reply reply =
        owner.connections().call(id, new Callback(verb, info.apiId(), info.stage(), body));
    switch (reply.status()) {
      case 410 -> error(exchange, 410, "GoneException", "");
      case 429 ->
          error(exchange, 429, "LimitExceededException", message("Limit Exceeded", id, exchange));
      default -> {
        byte[] description = reply.body().getBytes(StandardCharsets.UTF_8);
        ProxyAnswer answer =
            description.length == 0
                ? exchange.proxyAnswer(reply.status())
                : json(exchange, reply.status());
        answer.send(Payload.of(description));
      }
    }
  }

  private static String message(String text, String connectionId, Exchange exchange) {
    return "{\"message\": "
        + Json.quote(text)
        + ", \"connectionId\":"
        + Json.quote(connectionId)
        + ", \"requestId\":"
        + Json.quote(exchange.ids().extendedRequestId())
        + "}";
  }

  private static void error(Exchange exchange, int status, String type, String body) {
    json(exchange, status)
        .header("x-amzn-ErrorType", type)
        .send(Payload.of(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static ProxyAnswer json(Exchange exchange, int status) {
    return exchange.proxyAnswer(status).header("Content-Type", "application/json");
  }
}
