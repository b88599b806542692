package io.gatemason.generator.layout.http;

import io.gatemason.generator.layout.integration.FunctionTarget;
import io.gatemason.generator.layout.integration.HttpTargets;
import io.gatemason.generator.layout.integration.RouteCall;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MappingText.Piece;
import io.gatemason.generator.model.ParameterMapping.PathParameter;
import io.gatemason.generator.model.ParameterMapping.Source;
import io.gatemason.generator.model.http.Route;
import io.gatemason.generator.model.http.RouteIntegration;
import io.gatemason.generator.model.http.RouteIntegration.FunctionProxy;
import io.gatemason.generator.model.http.RouteIntegration.HttpProxy;
import io.gatemason.generator.model.http.RouteIntegration.ServiceAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides how the integrations of routes are called. */
final class RouteCalls {
  private RouteCalls() {}

  static RouteCall of(Route route) {
    RouteIntegration integration = route.integration();
    if (integration instanceof FunctionProxy function) {
      return new RouteCall.FunctionCall(
          new FunctionTarget(
              function.function().pieces(),
              Optional.of("POST"),
              function.timeout(),
              pieces(function.credentials())),
          function.payloadFormat(),
          function.requestChanges(),
          function.responseChanges());
    }
    if (integration instanceof HttpProxy proxy) {
      return new RouteCall.ProxyCall(
          HttpTargets.of(proxy.endpoint(), placeholders(proxy)),
          linked(proxy) || route.key().path().isEmpty(),
          linked(proxy),
          proxy.requestChanges(),
          proxy.responseChanges());
    }
    if (integration instanceof ServiceAction action) {
      return new RouteCall.ActionCall(
          action.subtype().text().strip(),
          action.parameters(),
          action.region(),
          pieces(action.credentials()),
          action.timeout(),
          action.responseChanges());
    }
    return new RouteCall.RefusedCall();
  }

  /** Links that name no path get the path of the request, as the route {@code $default} does. */
  private static boolean linked(HttpProxy proxy) {
    return proxy.endpoint().vpcLink().flatMap(link -> link.target()).isPresent();
  }

  /** {@code {name}} in a URI is the path variable of that name. */
  private static Map<String, Source> placeholders(HttpProxy proxy) {
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Piece piece : proxy.endpoint().uri().pieces()) {
      if (piece instanceof MappingText.Placeholder placeholder) {
        sources.put(placeholder.name(), new PathParameter(placeholder.name()));
      }
    }
    return sources;
  }

  private static List<Piece> pieces(Optional<MappingText> text) {
    return text.map(MappingText::pieces).orElse(List.of());
  }
}
