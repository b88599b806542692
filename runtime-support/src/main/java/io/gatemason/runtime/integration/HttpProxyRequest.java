package io.gatemason.runtime.integration;

import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.Payload;

/** The client's own request, passed on. */
final class HttpProxyRequest extends HttpRequest {
  private static final String TYPE_OF_NOTHING = "application/x-www-form-urlencoded";

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

  /** HTTP APIs say of every request what its body is (docs/behaviour/http-api.md#http-proxy). */
  @Override
  void complete() {
    super.complete();
    if (isEmpty() && exchange.api().httpApi()) {
      body = Payload.empty();
      if (!headers.contains("Content-Type")) {
        headers.add("Content-Type", TYPE_OF_NOTHING);
      }
    }
  }
}
