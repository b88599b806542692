package io.gatemason.generator.read.assemble.http;

import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Range;
import java.util.List;

/** What only WebSocket APIs have, and HTTP APIs may be given in vain. */
final class MessageParts {
  private static final String V2 = "AWS::ApiGatewayV2::";
  private static final List<String> TYPES =
      List.of(V2 + "IntegrationResponse", V2 + "Model", V2 + "RouteResponse");
  private static final List<String> OF_ROUTES =
      List.of(
          "ModelSelectionExpression",
          "RequestModels",
          "RequestParameters",
          "RouteResponseSelectionExpression");

  private MessageParts() {}

  /** Warns of them. */
  static void warn(ApiParts parts) {
    for (String type : TYPES) {
      parts.of(type).forEach(part -> warn(part, part.range(), type));
    }
    for (TemplateResource route : parts.of(V2 + "Route")) {
      for (String property : OF_ROUTES) {
        route.fields().value(property).ifPresent(value -> warn(route, value.range(), property));
      }
    }
  }

  private static void warn(TemplateResource part, Range range, String what) {
    part.report(
        HttpApiCodes.GM2811,
        range,
        "\"" + what + "\" has no effect on an HTTP API",
        "remove it, or describe a WebSocket API");
  }
}
