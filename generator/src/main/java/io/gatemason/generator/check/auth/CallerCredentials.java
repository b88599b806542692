package io.gatemason.generator.check.auth;

import io.gatemason.generator.diagnostics.AuthorizationCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.MappingText;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.http.RouteAuthorization;
import io.gatemason.generator.model.http.RouteIntegration;
import io.gatemason.generator.source.Range;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An integration that is called as whoever calls the method needs callers who sign
 * (docs/behaviour/integrations.md#caller-credentials).
 */
public final class CallerCredentials {
  private static final Pattern CALLER = Pattern.compile("arn:aws[a-z-]*:iam::\\*:user/\\*");

  private CallerCredentials() {}

  /** Reports routes that anybody may call unsigned. */
  public static void check(HttpApi api, Diagnostics diagnostics) {
    api.routes().stream()
        .filter(route -> !(route.authorization() instanceof RouteAuthorization.Iam))
        .filter(route -> isCaller(credentials(route.integration())))
        .forEach(
            route ->
                report(route.integration().range(), "route " + route.key().text(), diagnostics));
  }

  /** Whether a role is that of whoever calls. */
  public static boolean isCaller(Optional<MappingText> role) {
    return role.stream()
        .flatMap(text -> text.pieces().stream())
        .anyMatch(
            piece ->
                piece instanceof MappingText.Literal literal
                    && CALLER.matcher(literal.text()).matches());
  }

  private static Optional<MappingText> credentials(RouteIntegration integration) {
    if (integration instanceof RouteIntegration.FunctionProxy function) {
      return function.credentials();
    }
    return integration instanceof RouteIntegration.ServiceAction action
        ? action.credentials()
        : Optional.empty();
  }

  /** Reports one that anybody may call unsigned. */
  public static void report(Range range, String who, Diagnostics diagnostics) {
    diagnostics.report(
        AuthorizationCodes.GM3307,
        range,
        "the integration is called as the caller, but nobody signs calls of " + who,
        "authorize it with AWS_IAM, or name a role; every request is answered with 500");
  }
}
