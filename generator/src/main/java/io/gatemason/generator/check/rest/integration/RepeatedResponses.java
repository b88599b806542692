package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.HttpProxyIntegration;
import io.gatemason.generator.model.IntegrationResponse;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.rest.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The service keeps one integration response for each status code
 * (docs/behaviour/responses.md#selection).
 */
public final class RepeatedResponses implements MethodCheck {

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    if (method.integration() instanceof LambdaProxyIntegration
        || method.integration() instanceof HttpProxyIntegration) {
      return;
    }
    Map<String, IntegrationResponse> first = new HashMap<>();
    for (IntegrationResponse response : method.integration().responses()) {
      IntegrationResponse other = first.putIfAbsent(response.statusCode(), response);
      if (other != null) {
        diagnostics.add(
            new Diagnostic(
                ApiCodes.GM3602,
                ApiCodes.GM3602.severity(),
                "a second integration response with status code %s: the managed service keeps one"
                        .formatted(response.statusCode())
                    + " of them",
                response.range(),
                List.of(new Diagnostic.Related(other.range(), "the first one")),
                "make one response of both, with a pattern such as a|b"));
      }
    }
  }
}
