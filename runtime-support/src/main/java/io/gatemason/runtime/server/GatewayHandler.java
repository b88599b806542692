package io.gatemason.runtime.server;

import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.TrustedProxies;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Arrival;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.GatewayAnswer;
import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.RequestIds;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.OutOfMemory;
import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.server.wire.RequestHandler;
import io.gatemason.runtime.waf.WebAclGuard;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The one handler of the listener: takes a request through the steps that come before its method,
 * in the order of the managed service, and hands it to the method.
 */
final class GatewayHandler implements RequestHandler {
  private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

  private final Admissions admissions;
  private final Consumer<Exchange> throttle;
  private final Limits limits;
  private final MemoryBudget memory;
  private final TrustedProxies proxies;
  private final WallClock clock;

  /**
   * A handler.
   *
   * @param admissions what a request has to pass before its method is looked for
   * @param throttle ends the exchange if the service takes no more requests now
   */
  GatewayHandler(
      Admissions admissions,
      Consumer<Exchange> throttle,
      Limits limits,
      MemoryBudget memory,
      TrustedProxies proxies,
      WallClock clock) {
    this.admissions = admissions;
    this.throttle = throttle;
    this.limits = limits;
    this.memory = memory;
    this.proxies = proxies;
    this.clock = clock;
  }

  @Override
  public void handle(ClientRequest request, ClientAnswer answer) {
    Approach approach = new Approach(request, answer);
    MemoryBudget.Share held = memory.begin();
    try {
      if (admissions.admit(approach)) {
        serve(approach);
      }
    } catch (OutOfMemoryError e) {
      OutOfMemory.endProcess();
      throw e;
    } finally {
      approach.leave();
      held.close();
    }
  }

  private void serve(Approach approach) {
    ServedApi served = approach.served();
    GatewayApi api = served.api();
    Exchange exchange = exchange(approach);
    exchange.onFailure(failure -> Failures.answer(api, exchange, approach.answer(), failure));
    served.observers().begin(exchange);
    try {
      if (refused(approach, exchange) || stoppedByWebAcl(served, exchange)) {
        return;
      }
      approach.judge().accept(exchange);
      exchange.requireKnownCoding();
      MethodHandler handler = method(api, exchange);
      exchange.method(handler.info());
      served.observers().found(exchange);
      RequestLines.begin(exchange);
      throttle.accept(exchange);
      handler.handle(exchange);
      Failures.requireAnswer(exchange, handler);
    } catch (RuntimeException e) {
      Failures.answer(api, exchange, approach.answer(), e);
    } finally {
      exchange.door().close();
      RequestLines.end(exchange);
      served.observers().end(exchange);
    }
  }

  /** No gateway response of the API can change that answer. */
  private static boolean refused(Approach approach, Exchange exchange) {
    String reason = approach.refusal();
    if (reason != null) {
      GatewayAnswer.of(exchange, AccessFailures.forbidden(reason)).send();
    }
    return reason != null;
  }

  private static boolean stoppedByWebAcl(ServedApi served, Exchange exchange) {
    WebAclGuard webAcl = served.webAcl();
    return webAcl != null && webAcl.answers(exchange);
  }

  private Exchange exchange(Approach approach) {
    ClientRequest request = approach.request();
    ServedApi served = approach.served();
    String path = approach.path();
    Arrival arrival =
        new Arrival(
            served.info(),
            path,
            approach.stagePath(),
            Route.of(verb(request, served.info()), path, approach.stagePath().routed()),
            RequestIds.of(request.fields()),
            limits,
            clock.epochMillis(),
            proxies);
    return new Exchange(request, approach.answer(), arrival);
  }

  private static MethodHandler method(GatewayApi api, Exchange exchange) {
    Route route = exchange.route();
    MethodHandler handler = supported(route.httpMethod()) ? api.route(route) : null;
    if (handler == null) {
      throw api.unmatched(exchange);
    }
    return handler;
  }

  /** A header may replace the verb for a REST API. */
  private static String verb(ClientRequest request, ApiInfo api) {
    String override = api.httpApi() ? null : request.fields().first(METHOD_OVERRIDE);
    return override == null ? request.method() : override.trim().toUpperCase(Locale.ROOT);
  }

  private static boolean supported(String verb) {
    return switch (verb) {
      case "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS" -> true;
      default -> false;
    };
  }
}
