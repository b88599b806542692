package io.gatemason.runtime.function.handler;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;

/** How events and results of REST proxies are JSON; costly to make, and seldom used. */
final class ProxyJson {
  static final JsonType<APIGatewayProxyRequestEvent> EVENT =
      JsonType.of(APIGatewayProxyRequestEvent.class);

  static final JsonType<APIGatewayProxyResponseEvent> RESULT =
      JsonType.of(APIGatewayProxyResponseEvent.class);

  private ProxyJson() {}
}
