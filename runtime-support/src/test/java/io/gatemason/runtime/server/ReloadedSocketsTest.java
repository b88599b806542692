package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import io.gatemason.runtime.websocket.JsonMessage;
import io.gatemason.runtime.websocket.MessageRoutes;
import io.gatemason.runtime.websocket.WebSockets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections that are open when settings of stages change. */
@Timeout(60)
class ReloadedSocketsTest {
  private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> watched = new LinkedBlockingQueue<>();

  @TempDir Path folder;

  @Test
  void takesTheWaysOfTheStageThatIsServedNow() throws Exception {
    Path file = folder.resolve("application.yaml");
    Files.writeString(file, settings("blue"));
    GatewaySettings settings = GatewaySettings.load(file);
    Services services = Services.open(settings.config());
    GatewayServer server =
        GatewayServer.start(
            settings,
            services,
            shared ->
                List.of(
                    new Api(new Stage(shared, ApiInfo.of("chat", "dev"))),
                    new TestApi(new Stage(shared, ApiInfo.of("shop", "prod")).info())));
    try (HttpClient client = HttpClient.newHttpClient()) {
      Received received = new Received();
      URI uri = URI.create("ws://127.0.0.1:" + server.port() + "/dev");
      WebSocket socket = client.newWebSocketBuilder().buildAsync(uri, received).join();
      assertEquals("blue from blue", ask(socket, received));

      Files.writeString(file, settings("red") + broken());
      Thread.sleep(2_500);
      assertEquals("blue from blue", ask(socket, received), "settings of another stage are broken");

      Files.writeString(file, settings("green"));
      String answer = "blue from blue";
      for (int i = 0; i < 100 && answer.startsWith("blue"); i++) {
        Thread.sleep(100);
        answer = ask(socket, received);
      }
      assertEquals("green from blue", answer);
      assertEquals("green", watched.peek());

      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
      assertEquals("green from blue", ends.poll(10, TimeUnit.SECONDS));
    } finally {
      server.stop();
    }
  }

  private String ask(WebSocket socket, Received received) throws InterruptedException {
    watched.clear();
    socket.sendText("{}", true).join();
    String answer = received.texts.poll(10, TimeUnit.SECONDS);
    assertNotNull(answer);
    return answer;
  }

  private static String settings(String colour) {
    return """
    server: {port: 0, host: 127.0.0.1}
    gateway:
      apis:
        chat: {stages: {dev: {variables: {colour: %s}}}}
    """
        .formatted(colour);
  }

  private static String broken() {
    return "    shop: {stages: {prod: {method-settings: {nonsense: {caching-enabled: true}}}}}\n";
  }

  /** A WebSocket API as the generator would write it. */
  private final class Api implements GatewayApi {
    private final Stage stage;
    private final WebSockets sockets;

    Api(Stage stage) {
      this.stage = stage;
      this.sockets = stage.webSockets(new Routes(stage.variable("colour")));
    }

    @Override
    public ApiInfo info() {
      return stage.info();
    }

    @Override
    public @Nullable MethodHandler route(Route route) {
      return sockets.handler(route);
    }

    @Override
    public WebSockets webSockets() {
      return sockets;
    }

    @Override
    public List<Observer> observers() {
      return List.of(
          new Observer() {
            @Override
            public void ends(Exchange exchange) {
              watched.add(stage.variable("colour"));
            }
          });
    }
  }

  /** Says the colour that the stage has, and that it had when the client connected. */
  private final class Routes implements MessageRoutes {
    private final String colour;

    Routes(String colour) {
      this.colour = colour;
    }

    @Override
    public MethodHandler connect() {
      return handler(
          "$connect",
          exchange -> {
            exchange.context().authorizer(Map.of("principalId", colour));
            answer(exchange, "");
          });
    }

    @Override
    public MethodHandler disconnect() {
      return handler("$disconnect", exchange -> ends.add(told(exchange)));
    }

    @Override
    public MethodHandler fallback() {
      return handler("$default", exchange -> answer(exchange, told(exchange)));
    }

    private String told(Exchange exchange) {
      return colour + " from " + exchange.context().authorizer().get("principalId");
    }

    private static void answer(Exchange exchange, String text) {
      exchange.proxyAnswer(200).send(Payload.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public @Nullable MethodHandler select(JsonMessage message) {
      return null;
    }

    private static MethodHandler handler(String key, Consumer<Exchange> steps) {
      MethodInfo info = MethodInfo.ofMessages(key).twoWay();
      return new MethodHandler() {
        @Override
        public MethodInfo info() {
          return info;
        }

        @Override
        public void handle(Exchange exchange) {
          steps.accept(exchange);
        }
      };
    }
  }

  private static final class Received implements WebSocket.Listener {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      texts.add(text.toString());
      socket.request(1);
      return null;
    }
  }
}
