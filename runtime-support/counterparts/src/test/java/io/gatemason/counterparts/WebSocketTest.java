package io.gatemason.counterparts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.integration.LambdaBackend;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.service.Stage;
import io.gatemason.runtime.websocket.FunctionAnswer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** WebSocket APIs by programs of others: the client {@code ws}, and AWS's own for callbacks. */
class WebSocketTest {
  private static final LambdaFunction FUNCTION = LambdaFunction.of("callbacks");
  private static final String NOBODY = "AAAAAAAAAAAAAAA=";

  /** What comes over a connection. */
  private static final class Heard implements WebSocket.Listener {
    private final BlockingQueue<String> all = new LinkedBlockingQueue<>();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      all.add(data.toString());
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      all.add("closed " + code);
      return null;
    }

    String next() throws InterruptedException {
      return String.valueOf(all.poll(20, TimeUnit.SECONDS));
    }
  }

  private static void accept(Exchange exchange) {
    exchange.proxyAnswer(200).send(Payload.empty());
  }

  private static void acceptChat(Exchange exchange) {
    exchange.proxyAnswer(200).header("Sec-WebSocket-Protocol", "chat").send(Payload.empty());
  }

  private static void echo(Exchange exchange) {
    byte[] message = exchange.bodyText().getBytes(StandardCharsets.UTF_8);
    exchange.proxyAnswer(200).send(Payload.of(message));
  }

  @Test
  void speaksWithTheClientOfNode() throws Exception {
    try (SocketGateway gateway =
        new SocketGateway(
            Map.of(),
            (stage, exchange) -> connect(exchange),
            (stage, exchange) -> echo(exchange),
            stage -> stage)) {
      assertEquals(
          List.of(
              "protocol chat",
              "extensions \"\"",
              "text hello",
              "text hello in parts",
              "text grüße 😀",
              "96005",
              "pong are you there",
              "closed 4321 enough",
              "closed 1003 Binary messages are not supported",
              "closed 1009 Frame is too large",
              "refused 403"),
          NodeServer.run("client.mjs", gateway.url()));
    }
  }

  /** A client that offered no protocol must not be given one (RFC 6455 §4.1). */
  private static void connect(Exchange exchange) {
    if (exchange.head().fields().has("Sec-WebSocket-Protocol")) {
      acceptChat(exchange);
    } else {
      accept(exchange);
    }
  }

  @Test
  void functionsCallBackWithTheClientOfAws() throws Exception {
    NodeServer.install();
    Map<String, String> settings =
        Map.of(
            "gateway.lambda.functions.callbacks.command",
            "node callbacks.mjs",
            "gateway.lambda.functions.callbacks.directory",
            Path.of("target/npm").toAbsolutePath().toString(),
            "gateway.lambda.functions.callbacks.timeout-seconds",
            "20",
            "gateway.lambda.functions.callbacks.environment.AWS_ACCESS_KEY_ID",
            "AKIDEXAMPLE",
            "gateway.lambda.functions.callbacks.environment.AWS_SECRET_ACCESS_KEY",
            "example");
    try (SocketGateway gateway =
            new SocketGateway(
                settings,
                (backend, exchange) -> accept(exchange),
                WebSocketTest::invoke,
                Stage::lambda);
        HttpClient client = HttpClient.newHttpClient()) {
      Heard heard = new Heard();
      WebSocket socket =
          client.newWebSocketBuilder().buildAsync(URI.create(gateway.url()), heard).join();
      socket.sendText("{\"action\":\"post\",\"text\":\"grüße\"}", true).join();
      assertEquals("grüße", heard.next());
      assertEquals("post: 200", heard.next());
      socket.sendText("{\"action\":\"get\"}", true).join();
      assertEquals("get: 127.0.0.1 true", heard.next());
      socket.sendText("{\"action\":\"post\",\"id\":\"" + NOBODY + "\"}", true).join();
      assertEquals("post: GoneException 410", heard.next());
      socket.sendText("{\"action\":\"post\",\"id\":\"" + NOBODY + "x\"}", true).join();
      assertEquals("post: BadRequestException 400", heard.next());
      socket.sendText("{\"action\":\"remove\"}", true).join();
      assertEquals("closed 1000", heard.next());
    }
  }

  private static void invoke(LambdaBackend backend, Exchange exchange) {
    FunctionAnswer.send(exchange, backend.route(exchange, FUNCTION, PayloadFormat.WEBSOCKET));
  }
}
