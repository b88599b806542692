package io.gatemason.runtime.observe;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayResponseType;

/** Whom an answer blames: by the type of a gateway response, whatever status it was given. */
enum Blame {
  NOBODY,
  CLIENT,
  SERVER;

  static Blame of(Exchange exchange) {
    if (exchange.failed()) {
      String type = exchange.context().text(ContextVariable.ERROR_RESPONSE_TYPE, "");
      return GatewayResponseType.valueOf(type).clientError() ? CLIENT : SERVER;
    }
    if (exchange.status() < 400) {
      return NOBODY;
    }
    return exchange.status() < 500 ? CLIENT : SERVER;
  }
}
