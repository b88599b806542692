package io.gatemason.runtime.service;

import io.gatemason.runtime.cache.ResponseCache;
import io.gatemason.runtime.cache.StageCaches;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.throttle.Throttle;
import io.gatemason.runtime.throttle.UsagePlans;
import io.gatemason.runtime.waf.WebAcl;
import io.gatemason.runtime.waf.WebAclGuard;
import io.gatemason.runtime.websocket.MessageRoutes;
import io.gatemason.runtime.websocket.OpenConnections;
import io.gatemason.runtime.websocket.WebSockets;
import io.helidon.config.Config;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * What stages get of what services share while they are set up. What that changes for stages that
 * serve waits until all are set up, and is forgotten if one of them cannot be. Safe for concurrent
 * use.
 */
public final class StageSetUp {
  private final UsagePlans plans;
  private final StageCaches caches;
  private final SocketConnections sockets;
  private final SharedWebAcls webAcls;
  private final BuiltMethods limited = new BuiltMethods();
  private final BuiltMethods cached = new BuiltMethods();

  StageSetUp(
      UsagePlans plans, StageCaches caches, SocketConnections sockets, SharedWebAcls webAcls) {
    this.plans = plans;
    this.caches = caches;
    this.sockets = sockets;
    this.webAcls = webAcls;
  }

  Throttle throttle(ApiInfo stage, MethodInfo method) {
    limited.add(stage, method);
    return plans.throttle(stage, method);
  }

  ResponseCache cache(ApiInfo stage, MethodInfo method) {
    cached.add(stage, method);
    return caches.of(stage, method);
  }

  WebAclGuard webAcl(String name, Supplier<WebAcl> made) {
    return webAcls.guard(name, made);
  }

  WebSockets webSockets(Services services, ApiInfo stage, MessageRoutes routes) {
    OpenConnections connections = sockets.connections(services.config());
    return new WebSockets(
        stage,
        routes,
        connections,
        plans
            .admission(WebSockets.CALLBACKS)
            .andThen(WebSocketSettings.callbackGuard(services.config(), services.auth())),
        plans::admit);
  }

  /**
   * Settings of a stage that change nothing, one text for each.
   *
   * @param config all settings
   * @param stage as it is set up with them
   * @param hasMethod whether the stage has a method of a verb, {@code *} for any, and a path
   */
  public List<String> withoutEffect(
      Config config, ApiInfo stage, BiPredicate<String, String> hasMethod) {
    return new UselessSettings(stage, limited, cached, hasMethod).of(config);
  }

  /** Forgets what waits. */
  void begin() {
    caches.forget();
  }

  /** The stages that were set up serve now. */
  public void commit() {
    caches.commit();
  }
}
