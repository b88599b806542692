package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.GatewayFailure;

/** What an API says to a request that none of its methods or routes answers. */
final class UnmatchedRoute {
  private static final String SIGNATURE_V4 = "AWS4-HMAC-SHA256 ";

  private UnmatchedRoute() {}

  static GatewayFailure failure(Exchange exchange) {
    if (exchange.api().httpApi()) {
      return AccessFailures.routeNotFound();
    }
    String authorization = exchange.head().fields().first("Authorization");
    return authorization == null || authorization.startsWith(SIGNATURE_V4)
        ? AccessFailures.missingAuthenticationToken()
        : AccessFailures.incompleteSignature(authorization);
  }
}
