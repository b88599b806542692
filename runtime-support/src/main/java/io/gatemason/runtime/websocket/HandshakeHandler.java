package io.gatemason.runtime.websocket;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.ProxyAnswer;
import io.gatemason.runtime.exchange.RequestHead;
import io.gatemason.runtime.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes handshakes (RFC 6455 §4.2, docs/behaviour/websocket.md#connect). */
final class HandshakeHandler implements MethodHandler {
  private static final String CONNECT = "$connect";
  private static final String SCHEME = "wss://";
  private static final int KEY_BYTES = 16;

  private final WebSockets owner;
  private final @Nullable MethodHandler route;
  private final MethodInfo info;

  HandshakeHandler(WebSockets owner) {
    this.owner = owner;
    this.route = owner.routes().connect();
    this.info = route == null ? MethodInfo.ofMessages(CONNECT) : route.info();
  }

  @Override
  public MethodInfo info() {
    return info;
  }

  @Override
  public void handle(Exchange exchange) {
    RequestFields fields = exchange.head().fields();
    if (urlLength(exchange.head()) > owner.options().urlChars()) {
      refuse(exchange, 414, "Request URI too long");
    } else if (!exchange.head().method().equals("GET") || !wants(fields, "Upgrade", "websocket")) {
      refuse(exchange, 426, "Upgrade Required");
    } else if (!"13".equals(fields.first("Sec-WebSocket-Version"))) {
      refuse(exchange, 426, "Unsupported WebSocket version");
    } else if (!wants(fields, "Connection", "upgrade") || key(fields) == null || hasBody(fields)) {
      refuse(exchange, 400, "Bad Request");
    } else {
      connect(exchange);
    }
  }

  private void connect(Exchange exchange) {
    owner.connections().boundBy(exchange);
    long begun = owner.connections().ticker().nanos();
    String id = Handshake.newId();
    ContextSlots context = exchange.context();
    Handshake.tellEvent(context, "CONNECT", CONNECT, id);
    context.set(
        ContextVariable.CONNECTED_AT, context.text(ContextVariable.REQUEST_TIME_EPOCH, "0"));
    if (!owner.options().callbackHost().isEmpty()) {
      context.set(ContextVariable.DOMAIN_NAME, owner.options().callbackHost());
    }
    exchange.answerThrough(
        answer ->
            new HandshakeAnswer(
                answer,
                AcceptKey.of(String.valueOf(key(exchange.head().fields()))),
                () -> new Connection(Handshake.of(exchange, id, begun), owner)));
    if (route == null) {
      exchange.proxyAnswer(200).send(Payload.empty());
    } else {
      route.handle(exchange);
    }
  }

  private static int urlLength(RequestHead head) {
    int query = head.rawQuery().isEmpty() ? 0 : head.rawQuery().length() + 1;
    return SCHEME.length() + head.authority().length() + head.sentPath().length() + query;
  }

  private static boolean wants(RequestFields fields, String name, String token) {
    for (String value : fields.all(name)) {
      for (String each : value.split(",", -1)) {
        if (each.strip().equalsIgnoreCase(token)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a body holds must not be taken for frames. */
  private static boolean hasBody(RequestFields fields) {
    String length = fields.first("Content-Length");
    return fields.has("Transfer-Encoding") || (length != null && !length.strip().equals("0"));
  }

  /** Sixteen bytes in base64, null if it is anything else. */
  private static @Nullable String key(RequestFields fields) {
    List<String> keys = fields.all("Sec-WebSocket-Key");
    try {
      boolean one = keys.size() == 1;
      return one && Base64.getDecoder().decode(keys.getFirst()).length == KEY_BYTES
          ? keys.getFirst()
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static void refuse(Exchange exchange, int status, String message) {
    byte[] body = ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
    ProxyAnswer answer = exchange.proxyAnswer(status).header("Content-Type", "application/json");
    if (status == 426) {
      answer.header("Upgrade", "websocket").header("Sec-WebSocket-Version", "13");
    }
    answer.send(Payload.of(body));
  }
}
