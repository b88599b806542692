package io.gatemason.runtime.integration;

import io.gatemason.runtime.exchange.Exchange;

/** The client's own request, passed on. */
final class HttpProxyRequest extends HttpRequest {
  HttpProxyRequest(Exchange exchange, String method) {
    super(exchange, method);
  }

  @Override
  void decideBody(boolean bodiless) {
    passes |= body == null;
  }

  /** The client has named it, or it has none. */
  @Override
  void addContentType() {}
}
