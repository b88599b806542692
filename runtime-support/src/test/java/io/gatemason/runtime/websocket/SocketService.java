package io.gatemason.runtime.websocket;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.json.JsonPath;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.server.GatewayApi;
import io.gatemason.runtime.server.GatewayServer;
import io.gatemason.runtime.server.GatewaySettings;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A service with one WebSocket API, as the generator would write it, whose routes are a map. */
final class SocketService implements AutoCloseable {
  private static final JsonPath ACTION = JsonPath.compile("$.action");

  /** What {@code $disconnect} was told, as {@code code reason}. */
  final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

  final AtomicLong nanos = new AtomicLong(1_000_000_000L);
  final OpenConnections connections;

  private final Map<String, MethodHandler> routes = new HashMap<>();
  private @Nullable GatewayServer server;

  SocketService(WebSocketOptions options) {
    Ticker ticker = nanos::get;
    connections = OpenConnections.start(options, ticker, WallClock.system());
    on("$disconnect", false, exchange -> ends.add(end(exchange)));
  }

  SocketService() {
    this(WebSocketOptions.DEFAULT);
  }

  /** With a route {@code $default} that answers with its message in angle brackets. */
  static SocketService echo() {
    return new SocketService().on("$default", true, SocketService::echo).start();
  }

  static void echo(Exchange exchange) {
    answer(exchange, "<" + exchange.bodyText() + ">");
  }

  static void answer(Exchange exchange, String text) {
    exchange.proxyAnswer(200).send(Payload.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String end(Exchange exchange) {
    return exchange.context().text(ContextVariable.DISCONNECT_STATUS_CODE, "")
        + " "
        + exchange.context().text(ContextVariable.DISCONNECT_REASON, "");
  }

  SocketService on(String routeKey, boolean twoWay, Consumer<Exchange> steps) {
    MethodInfo oneWay = MethodInfo.ofMessages(routeKey);
    routes.put(routeKey, new Handler(twoWay ? oneWay.twoWay() : oneWay, steps));
    return this;
  }

  SocketService start() {
    return start(Map.of());
  }

  SocketService start(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("server.port", "0");
    all.put("server.host", "127.0.0.1");
    Config config = Config.just(ConfigSources.create(all));
    server = GatewayServer.start(GatewaySettings.of(config), connections, List.of(new Api()));
    return this;
  }

  int port() {
    return running().port();
  }

  private GatewayServer running() {
    GatewayServer started = server;
    if (started == null) {
      throw new IllegalStateException("not started");
    }
    return started;
  }

  /** Lets time pass for the connections, and has them looked at. */
  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    connections.sweep();
  }

  @Override
  public void close() {
    running().stop();
  }

  private final class Api implements GatewayApi {
    private final ApiInfo info = ApiInfo.of("chat", "dev");
    private final WebSockets sockets =
        new WebSockets(info, new Routes(), connections, exchange -> {});

    @Override
    public ApiInfo info() {
      return info;
    }

    @Override
    public @Nullable MethodHandler route(Route route) {
      return sockets.handler(route);
    }

    @Override
    public WebSockets webSockets() {
      return sockets;
    }
  }

  private final class Routes implements MessageRoutes {
    @Override
    public @Nullable MethodHandler connect() {
      return routes.get("$connect");
    }

    @Override
    public @Nullable MethodHandler disconnect() {
      return routes.get("$disconnect");
    }

    @Override
    public @Nullable MethodHandler fallback() {
      return routes.get("$default");
    }

    @Override
    public @Nullable MethodHandler select(JsonMessage message) {
      return routes.get(message.text(ACTION));
    }
  }

  private record Handler(MethodInfo info, Consumer<Exchange> steps) implements MethodHandler {
    @Override
    public void handle(Exchange exchange) {
      steps.accept(exchange);
    }
  }
}
