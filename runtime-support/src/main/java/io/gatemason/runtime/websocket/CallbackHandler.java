package io.gatemason.runtime.websocket;

import io.gatemason.runtime.client.PathText;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.ProxyAnswer;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.payload.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calls of {@code @connections}: to send to a connection, to look at it, to end it
 * (docs/behaviour/websocket.md#callbacks).
 */
final class CallbackHandler implements MethodHandler {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{15}=");
  private static final MethodInfo INFO = MethodInfo.of("ANY", "/@connections/{connectionId}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final WebSockets owner;
  private final Consumer<Exchange> guard;

  CallbackHandler(WebSockets owner, Consumer<Exchange> guard) {
    this.owner = owner;
    this.guard = guard;
  }

  @Override
  public MethodInfo info() {
    return INFO;
  }

  @Override
  public void handle(Exchange exchange) {
    guard.accept(exchange);
    exchange.returnTraceId();
    if (exchange.route().length() != 2) {
      throw GatewayFailure.missingAuthenticationToken();
    }
    String id = PathText.decoded(exchange.route().segment(1));
    if (!ID.matcher(id).matches()) {
      String body = "{\"message\":" + Json.quote("Invalid connectionId: " + id) + "}";
      error(exchange, 400, "BadRequestException", body);
      return;
    }
    try {
      call(exchange, find(id));
    } catch (GoneException e) {
      error(exchange, 410, "GoneException", "");
    } catch (BacklogException e) {
      error(exchange, 429, "LimitExceededException", message("Limit Exceeded", id, exchange));
    }
  }

  private Connection find(String id) throws GoneException {
    Connection found = owner.connections().find(id);
    if (found == null || found.owner() != owner || found.isClosing()) {
      throw new GoneException();
    }
    return found;
  }

  private void call(Exchange exchange, Connection connection)
      throws GoneException, BacklogException {
    switch (exchange.route().httpMethod()) {
      case "POST" -> send(exchange, connection);
      case "GET" -> {
        byte[] body = description(connection).getBytes(StandardCharsets.UTF_8);
        json(exchange, 200).send(Payload.of(body));
      }
      case "DELETE" -> {
        connection.close(new CloseStatus(1000, ""));
        exchange.proxyAnswer(204).send(Payload.empty());
      }
      default -> throw GatewayFailure.missingAuthenticationToken();
    }
  }

  private void send(Exchange exchange, Connection connection)
      throws GoneException, BacklogException {
    byte[] body = exchange.bodyBytes();
    if (body.length > owner.options().messageBytes()) {
      String text = message("Message too long", connection.id(), exchange);
      error(exchange, 413, "PayloadTooLargeException", text);
      return;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    connection.send(text.getBytes(StandardCharsets.UTF_8));
    exchange.proxyAnswer(200).send(Payload.empty());
  }

  private static String description(Connection connection) {
    Handshake handshake = connection.handshake();
    String agent = handshake.known().get(ContextVariable.IDENTITY_USER_AGENT);
    return """
    {
      "identity" : {
        "sourceIp" : %s,
        "userAgent" : %s
      },
      "connectedAt" : %s,
      "lastActiveAt" : %s
    }\
    """
        .formatted(
            quoted(handshake.sourceIp()),
            quoted(agent),
            quoted(time(handshake.connectedAt())),
            quoted(time(connection.activeMillis())));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : Json.quote(text);
  }

  private static String time(long epochMillis) {
    return TIME.format(Instant.ofEpochMilli(epochMillis));
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
