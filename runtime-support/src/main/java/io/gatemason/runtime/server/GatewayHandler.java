package io.gatemason.runtime.server;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.Arrival;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.RequestIds;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.exchange.TrustedProxies;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.OutOfMemory;
import io.gatemason.runtime.payload.MemoryBudget;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;

/**
 * The one handler of the listener: takes a request through the steps that come before its method,
 * in the order of the managed service, and hands it to the method.
 */
final class GatewayHandler implements Handler {
  private static final HeaderName METHOD_OVERRIDE = HeaderNames.create("X-HTTP-Method-Override");
  private static final String SIGNATURE_V4 = "AWS4-HMAC-SHA256 ";

  private final ApiDirectory apis;
  private final Limits limits;
  private final MemoryBudget memory;
  private final TrustedProxies proxies;
  private final WallClock clock;

  GatewayHandler(
      ApiDirectory apis,
      Limits limits,
      MemoryBudget memory,
      TrustedProxies proxies,
      WallClock clock) {
    this.apis = apis;
    this.limits = limits;
    this.memory = memory;
    this.proxies = proxies;
    this.clock = clock;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    MemoryBudget.Share held = memory.begin();
    try {
      admit(request, response);
    } catch (OutOfMemoryError e) {
      OutOfMemory.endProcess();
      throw e;
    } finally {
      held.close();
    }
  }

  private void admit(ServerRequest request, ServerResponse response) {
    String sent = RequestTarget.path(request.prologue());
    String rawQuery = request.prologue().query().rawValue();
    String path = RequestTarget.malformed(sent, rawQuery) ? null : CanonicalPath.of(sent);
    if (sent.equals("/ping") || sent.equals("/sping")) {
      FixedAnswers.healthy(request, response);
    } else if (RequestTarget.length(request.prologue()) > limits.urlBytes()) {
      FixedAnswers.uriTooLong(request, response);
    } else if (path == null) {
      FixedAnswers.badRequest(request, response);
    } else if (http2(request) && RequestTarget.length(request.headers()) > limits.headerBytes()) {
      FixedAnswers.headersTooLarge(request, response);
    } else if (declaredLength(request.headers()) > limits.payloadBytes()) {
      FixedAnswers.payloadTooLarge(request, response, limits.payloadBytes());
      throw UnreadBody.closing(request, request.content()::inputStream, limits.payloadBytes());
    } else {
      ServedApi served = apis.find(request, path);
      if (served == null) {
        FixedAnswers.forbidden(request, response);
      } else {
        serve(served.drawn(), path, request, response);
      }
    }
  }

  private void serve(
      ServedApi served, String path, ServerRequest request, ServerResponse response) {
    Route route = Route.of(verb(request), path, served.prefix().length());
    RequestIds ids = RequestIds.of(request.headers());
    Arrival arrival =
        new Arrival(
            served.info(),
            path,
            route,
            ids,
            limits,
            clock.epochMillis(),
            ClientConnection.line(request),
            proxies);
    Exchange exchange = new Exchange(request, response, arrival);
    exchange.onFailure(failure -> Failures.answer(served.api(), exchange, request, failure));
    UnreadBody.closeIfAsked(request, response, exchange::unreadBody, limits.payloadBytes());
    try {
      exchange.requireKnownCoding();
      MethodHandler handler = supported(route.httpMethod()) ? served.api().route(route) : null;
      if (handler == null) {
        throw noRoute(request.headers());
      }
      exchange.method(handler.info());
      handler.handle(exchange);
      Failures.requireAnswer(exchange, handler);
    } catch (RuntimeException e) {
      if (Failures.bodyIsMalformed(e)) {
        if (!exchange.answering()) {
          FixedAnswers.malformedBody(request, response);
        }
        throw new CloseConnectionException("the request's body is malformed", e);
      }
      if (Failures.isOverload(e) && !exchange.answering()) {
        FixedAnswers.unavailable(request, response);
        throw UnreadBody.closing(request, exchange::unreadBody, limits.payloadBytes());
      }
      Failures.answer(served.api(), exchange, request, e);
    } finally {
      exchange.door().close();
    }
  }

  private static GatewayFailure noRoute(ServerRequestHeaders headers) {
    if (headers.contains(HeaderNames.AUTHORIZATION)) {
      String authorization = headers.get(HeaderNames.AUTHORIZATION).get();
      if (!authorization.startsWith(SIGNATURE_V4)) {
        return GatewayFailure.incompleteSignature(authorization);
      }
    }
    return GatewayFailure.missingAuthenticationToken();
  }

  private static String verb(ServerRequest request) {
    return request.headers().contains(METHOD_OVERRIDE)
        ? request.headers().get(METHOD_OVERRIDE).get().trim().toUpperCase(Locale.ROOT)
        : request.prologue().method().text();
  }

  private static boolean supported(String verb) {
    return switch (verb) {
      case "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS" -> true;
      default -> false;
    };
  }

  private static boolean http2(ServerRequest request) {
    return request.prologue().protocolVersion().startsWith("2");
  }

  private static long declaredLength(ServerRequestHeaders headers) {
    return headers.contains(HeaderNames.CONTENT_LENGTH) ? headers.contentLength().orElse(0) : 0;
  }
}
