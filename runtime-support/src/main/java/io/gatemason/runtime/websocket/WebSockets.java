package io.gatemason.runtime.websocket;

import io.gatemason.runtime.client.PathText;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.exchange.Route;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket API in one stage: takes handshakes and calls of {@code @connections}, and has
 * messages worked for by their routes. Safe for concurrent use.
 */
public final class WebSockets {
  /** Calls of {@code @connections}. */
  public static final MethodInfo CALLBACKS = MethodInfo.of("ANY", "/@connections/{connectionId}");

  private static final String CONNECTIONS = "@connections";

  private final ApiInfo info;
  private final MessageRoutes routes;
  private final OpenConnections connections;
  private final MethodHandler handshakes;
  private final MethodHandler callbacks;
  private final Consumer<Exchange> throttle;

  /** Routes that have answered without an integration, and nothing else since. */
  private final Set<MethodHandler> atOnce = ConcurrentHashMap.newKeySet();

  private volatile Observer.All watch = Observer.All.NOBODY;

  /**
   * Sets it up.
   *
   * @param connections of the service
   * @param guard lets those through who may call {@code @connections}, and throws for others
   */
  public WebSockets(
      ApiInfo info, MessageRoutes routes, OpenConnections connections, Consumer<Exchange> guard) {
    this(info, routes, connections, guard, exchange -> {});
  }

  /**
   * As {@link #WebSockets(ApiInfo, MessageRoutes, OpenConnections, Consumer)}, with a limit.
   *
   * @param throttle fails if the service takes no more messages now
   */
  public WebSockets(
      ApiInfo info,
      MessageRoutes routes,
      OpenConnections connections,
      Consumer<Exchange> guard,
      Consumer<Exchange> throttle) {
    this.info = info;
    this.routes = routes;
    this.connections = connections;
    this.throttle = throttle;
    this.handshakes = new HandshakeHandler(this);
    this.callbacks = new CallbackHandler(this, guard);
  }

  /** What answers a request below the stage, null if nothing does. */
  public @Nullable MethodHandler handler(Route route) {
    if (route.length() == 0) {
      return handshakes;
    }
    return CONNECTIONS.equals(PathText.decoded(route.segment(0))) ? callbacks : null;
  }

  ApiInfo info() {
    return info;
  }

  MessageRoutes routes() {
    return routes;
  }

  OpenConnections connections() {
    return connections;
  }

  WebSocketOptions options() {
    return connections.options();
  }

  /**
   * This serves its stage from now on, also those whose connections are open already.
   *
   * @param observers who watches handshakes, and messages as well
   */
  public void takeOver(Observer.All observers) {
    watch = observers;
    connections.serve(this);
  }

  /** What serves the stage now: this, or what took over since. */
  WebSockets serving() {
    WebSockets now = connections.served(info.apiId(), info.stage());
    return now == null ? this : now;
  }

  /** Who watches handshakes, and messages as well. */
  Observer.All watch() {
    return watch;
  }

  /** Whether a route is known to call no integration, or there is none. */
  boolean answersAtOnce(@Nullable MethodHandler route) {
    return route == null || atOnce.contains(route);
  }

  /** Remembers whether a route has answered without an integration. */
  void learn(MethodHandler route, boolean withoutIntegration) {
    if (withoutIntegration != atOnce.contains(route)) {
      if (withoutIntegration) {
        atOnce.add(route);
      } else {
        atOnce.remove(route);
      }
    }
  }

  /** Fails if the service takes no more messages now. */
  Consumer<Exchange> throttle() {
    return throttle;
  }
}
