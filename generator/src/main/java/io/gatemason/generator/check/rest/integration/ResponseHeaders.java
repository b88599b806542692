package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.model.IntegrationResponse;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.MethodResponse;

/**
 * A mapped response header is declared by the method response, unless the integration is a proxy,
 * which does not use it (docs/behaviour/import.md#integration-responses,
 * docs/behaviour/mapping.md#response).
 */
public final class ResponseHeaders implements MethodCheck {

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    if (Proxies.isProxy(method)) {
      return;
    }
    for (IntegrationResponse response : method.integration().responses()) {
      MethodResponse declared = method.responses().get(response.statusCode());
      if (declared == null) {
        continue;
      }
      for (ParameterMapping mapping : response.parameters()) {
        if (declared.headers().keySet().stream().noneMatch(mapping.name()::equalsIgnoreCase)) {
          report(method, declared, mapping, diagnostics);
        }
      }
    }
  }

  private static void report(
      Method method, MethodResponse declared, ParameterMapping mapping, Diagnostics diagnostics) {
    diagnostics.report(
        ApiCodes.GM3111,
        mapping.range(),
        Endpoints.problem(
            method,
            "Invalid mapping expression parameter specified: method.response.header."
                + mapping.name()),
        DidYouMean.closest(mapping.name(), declared.headers().keySet())
            .map(name -> "did you mean \"" + name + "\"?")
            .orElse(
                "declare the header in response \""
                    + declared.statusCode()
                    + "\" of the operation"));
  }
}
