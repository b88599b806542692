package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.Method;
import java.util.OptionalInt;

/**
 * The managed service calls ports 80, 443 and 1024 to 65535 (docs/behaviour/integrations.md#uri).
 */
public final class BackendPort implements MethodCheck {

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    Endpoints.of(method)
        .ifPresent(
            endpoint -> {
              OptionalInt port = UriText.parse(endpoint.uri()).port();
              if (port.isPresent() && !allowed(port.getAsInt())) {
                diagnostics.report(
                    ApiCodes.GM3109,
                    endpoint.uri().range(),
                    Endpoints.problem(
                        method, "port \"" + port.getAsInt() + "\" is not 80, 443 or 1024 to 65535"),
                    "let the backend listen on such a port if the managed service is to call it");
              }
            });
  }

  private static boolean allowed(int port) {
    return port == 80 || port == 443 || (port >= 1024 && port <= 65_535);
  }
}
