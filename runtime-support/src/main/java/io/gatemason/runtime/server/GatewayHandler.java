package io.gatemason.runtime.server;

import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.client.TrustedProxies;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.Arrival;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.RequestIds;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.OutOfMemory;
import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.server.wire.Refusals;
import io.gatemason.runtime.server.wire.RequestHandler;
import java.util.Locale;

/**
 * The one handler of the listener: takes a request through the steps that come before its method,
 * in the order of the managed service, and hands it to the method.
 */
final class GatewayHandler implements RequestHandler {
  private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";
  private static final String SIGNATURE_V4 = "AWS4-HMAC-SHA256 ";

  private final ApiDirectory apis;
  private final Limits limits;
  private final MemoryBudget memory;
  private final TrustedProxies proxies;
  private final WallClock clock;
  private final Readiness readiness;
  private final Overload overload;

  GatewayHandler(
      ApiDirectory apis,
      Limits limits,
      MemoryBudget memory,
      TrustedProxies proxies,
      WallClock clock,
      Readiness readiness,
      Overload overload) {
    this.apis = apis;
    this.limits = limits;
    this.memory = memory;
    this.proxies = proxies;
    this.clock = clock;
    this.readiness = readiness;
    this.overload = overload;
  }

  @Override
  public void handle(ClientRequest request, ClientAnswer answer) {
    MemoryBudget.Share held = memory.begin();
    try {
      admit(request, answer);
    } catch (OutOfMemoryError e) {
      OutOfMemory.endProcess();
      throw e;
    } finally {
      held.close();
    }
  }

  private void admit(ClientRequest request, ClientAnswer answer) {
    String sent = RequestTarget.path(request.path());
    String path = RequestTarget.malformed(sent, request.rawQuery()) ? null : CanonicalPath.of(sent);
    if (sent.equals("/ping")) {
      FixedAnswers.alive(request, answer);
    } else if (sent.equals("/sping")) {
      FixedAnswers.ready(request, answer, readiness.ready());
    } else if (request.targetLength() > limits.urlBytes()) {
      FixedAnswers.uriTooLong(request, answer);
    } else if (path == null) {
      FixedAnswers.badRequest(request, answer);
    } else if (request.bodyLength() > limits.payloadBytes()) {
      FixedAnswers.payloadTooLarge(answer, limits.payloadBytes());
    } else if (overload.enter()) {
      try {
        find(path, request, answer);
      } finally {
        overload.leave();
      }
    } else {
      Refusals.overloaded(answer);
    }
  }

  private void find(String path, ClientRequest request, ClientAnswer answer) {
    ServedApi served = apis.find(request, path);
    if (served == null) {
      FixedAnswers.forbidden(request, answer);
    } else {
      serve(served.drawn(), path, request, answer);
    }
  }

  private void serve(ServedApi served, String path, ClientRequest request, ClientAnswer answer) {
    Route route = Route.of(verb(request), path, served.prefix().length());
    RequestIds ids = RequestIds.of(request.fields());
    Arrival arrival =
        new Arrival(served.info(), path, route, ids, limits, clock.epochMillis(), proxies);
    Exchange exchange = new Exchange(request, answer, arrival);
    exchange.onFailure(failure -> Failures.answer(served.api(), exchange, answer, failure));
    try {
      exchange.requireKnownCoding();
      MethodHandler handler = supported(route.httpMethod()) ? served.api().route(route) : null;
      if (handler == null) {
        throw noRoute(request.fields());
      }
      exchange.method(handler.info());
      handler.handle(exchange);
      Failures.requireAnswer(exchange, handler);
    } catch (RuntimeException e) {
      Failures.answer(served.api(), exchange, answer, e);
    } finally {
      exchange.door().close();
    }
  }

  private static GatewayFailure noRoute(RequestFields fields) {
    String authorization = fields.first("Authorization");
    return authorization == null || authorization.startsWith(SIGNATURE_V4)
        ? GatewayFailure.missingAuthenticationToken()
        : GatewayFailure.incompleteSignature(authorization);
  }

  private static String verb(ClientRequest request) {
    String override = request.fields().first(METHOD_OVERRIDE);
    return override == null ? request.method() : override.trim().toUpperCase(Locale.ROOT);
  }

  private static boolean supported(String verb) {
    return switch (verb) {
      case "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS" -> true;
      default -> false;
    };
  }
}
