package io.gatemason.generator.check.auth;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.AwsServiceIntegration;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.LambdaIntegration;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.http.RouteAuthorization;
import io.gatemason.generator.model.http.RouteIntegration;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An integration that is called as whoever calls the method needs callers who sign
 * (docs/behaviour/integrations.md#caller-credentials).
 */
public final class CallerCredentials {
  private static final Pattern CALLER = Pattern.compile("arn:aws[a-z-]*:iam::\\*:user/\\*");

  private CallerCredentials() {}

  /** Reports methods that anybody may call unsigned. */
  public static void check(RestApi api, Diagnostics diagnostics) {
    for (Method method : api.methods()) {
      if (isCaller(credentials(method.integration())) && !isSigned(api, method)) {
        report(method.integration().range(), method.title(), diagnostics);
      }
    }
  }

  /** Reports routes that anybody may call unsigned. */
  public static void check(HttpApi api, Diagnostics diagnostics) {
    api.routes().stream()
        .filter(route -> !(route.authorization() instanceof RouteAuthorization.Iam))
        .filter(route -> isCaller(credentials(route.integration())))
        .forEach(
            route ->
                report(route.integration().range(), "route " + route.key().text(), diagnostics));
  }

  /** Messages of a WebSocket are sent by who has signed its handshake. */
  private static boolean isSigned(RestApi api, Method method) {
    List<Method> deciding =
        method.messages().isEmpty()
            ? List.of(method)
            : api.methods().stream().filter(CallerCredentials::isHandshake).toList();
    return deciding.stream().anyMatch(each -> each.authorization() instanceof Authorization.Iam);
  }

  private static boolean isHandshake(Method method) {
    return method.messages().filter(route -> route.key().equals(MessageRoute.CONNECT)).isPresent();
  }

  private static boolean isCaller(Optional<MappingText> role) {
    return role.stream()
        .flatMap(text -> text.pieces().stream())
        .anyMatch(
            piece ->
                piece instanceof MappingText.Literal literal
                    && CALLER.matcher(literal.text()).matches());
  }

  private static Optional<MappingText> credentials(Integration integration) {
    if (integration instanceof LambdaProxyIntegration proxy) {
      return proxy.credentials();
    }
    if (integration instanceof LambdaIntegration function) {
      return function.credentials();
    }
    return integration instanceof AwsServiceIntegration service
        ? service.credentials()
        : Optional.empty();
  }

  private static Optional<MappingText> credentials(RouteIntegration integration) {
    if (integration instanceof RouteIntegration.FunctionProxy function) {
      return function.credentials();
    }
    return integration instanceof RouteIntegration.ServiceAction action
        ? action.credentials()
        : Optional.empty();
  }

  private static void report(Range range, String who, Diagnostics diagnostics) {
    diagnostics.report(
        DiagnosticCode.GM3307,
        range,
        "the integration is called as the caller, but nobody signs calls of " + who,
        "authorize it with AWS_IAM, or name a role; every request is answered with 500");
  }
}
