package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.HttpIntegration;
import io.gatemason.generator.model.rest.Method;

/** An HTTP integration names its backend (docs/behaviour/import.md#integrations). */
public final class MissingUri implements MethodCheck {

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    String type = method.integration() instanceof HttpIntegration ? "http" : "http_proxy";
    Endpoints.of(method)
        .filter(endpoint -> endpoint.uri().pieces().isEmpty())
        .ifPresent(
            endpoint ->
                diagnostics.report(
                    ApiCodes.GM3107,
                    endpoint.uri().range(),
                    Endpoints.problem(method, "integration type \"" + type + "\" needs a uri"),
                    "add \"uri\", or use type \"mock\""));
  }
}
