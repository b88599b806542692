package io.gatemason.counterparts;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.server.GatewayApi;
import io.gatemason.runtime.server.GatewayServer;
import io.gatemason.runtime.server.GatewaySettings;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import io.gatemason.runtime.websocket.JsonMessage;
import io.gatemason.runtime.websocket.MessageRoutes;
import io.gatemason.runtime.websocket.WebSockets;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A gateway with a WebSocket API in stage {@code dev}, which treats all messages alike. */
final class SocketGateway implements AutoCloseable {
  private final GatewayServer server;

  /**
   * Starts it.
   *
   * @param connect answers handshakes
   * @param messages answers messages, by what it is given the stage for
   */
  <T> SocketGateway(
      Map<String, String> settings,
      BiConsumer<T, Exchange> connect,
      BiConsumer<T, Exchange> messages,
      Function<Stage, T> backend) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(Map.of("server.port", "0", "server.host", "127.0.0.1"));
    Config config = Config.just(ConfigSources.create(all));
    server =
        GatewayServer.start(
            GatewaySettings.of(config),
            Services.open(config),
            services -> {
              Stage stage = new Stage(services, ApiInfo.of("chat", "dev"));
              T used = backend.apply(stage);
              return List.of(
                  new Api(
                      stage.info(),
                      stage.webSockets(
                          new Routes(
                              new Handler<>("$connect", used, connect),
                              new Handler<>("$default", used, messages)))));
            });
  }

  String url() {
    return "ws://127.0.0.1:" + server.port() + "/dev";
  }

  @Override
  public void close() {
    server.stop();
  }

  private record Api(ApiInfo info, WebSockets webSockets) implements GatewayApi {
    @Override
    public @Nullable MethodHandler route(Route route) {
      return webSockets.handler(route);
    }
  }

  private record Routes(MethodHandler connect, MethodHandler fallback) implements MessageRoutes {
    @Override
    public @Nullable MethodHandler select(JsonMessage message) {
      return null;
    }
  }

  private record Handler<T>(MethodInfo info, T backend, BiConsumer<T, Exchange> steps)
      implements MethodHandler {
    Handler(String routeKey, T backend, BiConsumer<T, Exchange> steps) {
      this(MethodInfo.ofMessages(routeKey).twoWay(), backend, steps);
    }

    @Override
    public void handle(Exchange exchange) {
      steps.accept(backend, exchange);
    }
  }
}
