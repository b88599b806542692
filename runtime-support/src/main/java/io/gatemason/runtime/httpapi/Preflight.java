package io.gatemason.runtime.httpapi;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.ProxyAnswer;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.stage.Cors;
import java.util.List;

/**
 * Answers preflights of browsers in the place of backends (docs/behaviour/http-api.md#cors). As a
 * handler it takes those for which no route is. Safe for concurrent use.
 */
public final class Preflight implements MethodHandler {
  /** Answers where no route does. */
  public static final MethodHandler UNMATCHED = new Preflight();

  private static final MethodInfo INFO = MethodInfo.of("OPTIONS", "");

  private Preflight() {}

  /**
   * Answers a preflight of an API that has CORS settings.
   *
   * @return whether the request was one, and is answered
   */
  public static boolean answers(Exchange exchange) {
    Cors cors = exchange.api().cors();
    List<String> origin = exchange.head().inAnyCase("Origin");
    boolean preflight =
        exchange.route().httpMethod().equals("OPTIONS")
            && !origin.isEmpty()
            && exchange.head().fields().has("Access-Control-Request-Method");
    if (cors == null || !preflight) {
      return false;
    }
    ProxyAnswer answer = exchange.proxyAnswer(204);
    cors.preflight(origin.getFirst(), answer::header);
    answer.send(Payload.empty());
    return true;
  }

  @Override
  public MethodInfo info() {
    return INFO;
  }

  @Override
  public void handle(Exchange exchange) {
    if (!answers(exchange)) {
      throw AccessFailures.routeNotFound();
    }
  }
}
