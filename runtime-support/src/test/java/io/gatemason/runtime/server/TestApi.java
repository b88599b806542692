package io.gatemason.runtime.server;

import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.observe.AccessLog;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An API as the generator would write it, except that its routes are in a map by verb and first
 * segment ("GET pets", "ANY *" for the rest).
 */
final class TestApi implements GatewayApi {
  private final ApiInfo info;
  private final Map<String, MethodHandler> methods = new HashMap<>();
  private final List<Observer> observers = new ArrayList<>();
  private @Nullable AccessLog accessLog;
  private @Nullable BiConsumer<Exchange, GatewayFailure> gatewayResponses;

  TestApi(ApiInfo info) {
    this.info = info;
  }

  TestApi method(String verb, String resourcePath, Consumer<Exchange> steps) {
    MethodInfo method = MethodInfo.of(verb, resourcePath);
    Route shape = Route.of(verb, resourcePath);
    String first = shape.length() == 0 ? "" : shape.segment(0);
    methods.put(verb + " " + (first.startsWith("{") ? "*" : first), new Handler(method, steps));
    return this;
  }

  TestApi observer(Observer observer) {
    observers.add(observer);
    return this;
  }

  @Override
  public List<Observer> observers() {
    return observers;
  }

  TestApi accessLog(AccessLog log) {
    accessLog = log;
    return this;
  }

  @Override
  public Optional<AccessLog> accessLog() {
    return Optional.ofNullable(accessLog);
  }

  TestApi gatewayResponses(BiConsumer<Exchange, GatewayFailure> customised) {
    gatewayResponses = customised;
    return this;
  }

  @Override
  public ApiInfo info() {
    return info;
  }

  @Override
  public @Nullable MethodHandler route(Route route) {
    String first = route.length() == 0 ? "" : route.segment(0);
    for (String key :
        List.of(
            route.httpMethod() + " " + first, "ANY " + first, route.httpMethod() + " *", "ANY *")) {
      if (methods.containsKey(key)) {
        return methods.get(key);
      }
    }
    return null;
  }

  @Override
  public void fail(Exchange exchange, GatewayFailure failure) {
    if (gatewayResponses == null) {
      GatewayApi.super.fail(exchange, failure);
    } else {
      gatewayResponses.accept(exchange, failure);
    }
  }

  static GatewayServer start(GatewayApi... apis) {
    return start(Map.of(), apis);
  }

  static GatewayServer start(Map<String, String> settings, GatewayApi... apis) {
    return start(settings, () -> {}, apis);
  }

  static GatewayServer start(
      Map<String, String> settings, AutoCloseable resources, GatewayApi... apis) {
    return start(settings, resources, List.of(), apis);
  }

  static GatewayServer start(
      Map<String, String> settings, List<CustomDomain> domains, GatewayApi... apis) {
    return start(settings, () -> {}, domains, apis);
  }

  private static GatewayServer start(
      Map<String, String> settings,
      AutoCloseable resources,
      List<CustomDomain> domains,
      GatewayApi... apis) {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("server.port", "0");
    all.putIfAbsent("server.host", "127.0.0.1");
    Config config = Config.just(ConfigSources.create(all));
    return GatewayServer.start(GatewaySettings.of(config), resources, List.of(apis), domains);
  }

  private record Handler(MethodInfo info, Consumer<Exchange> steps) implements MethodHandler {
    @Override
    public void handle(Exchange exchange) {
      steps.accept(exchange);
    }
  }
}
