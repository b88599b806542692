package io.gatemason.runtime.function.handler;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** How events and results of version 2.0 are JSON; costly to make, and seldom used. */
final class RouteJson {
  static final JsonType<APIGatewayV2HTTPEvent> EVENT = JsonType.of(APIGatewayV2HTTPEvent.class);

  static final JsonType<APIGatewayV2HTTPResponse> RESULT =
      JsonType.of(APIGatewayV2HTTPResponse.class);

  private RouteJson() {}
}
