package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.IntegrationResponse;
import io.gatemason.generator.model.rest.Method;
import java.util.Set;

/**
 * An integration response gives a status code that the method declares, unless the integration is a
 * proxy, which does not use it (docs/behaviour/import.md#integration-responses).
 */
public final class ResponseStatus implements MethodCheck {

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    if (Proxies.isProxy(method)) {
      return;
    }
    Set<String> declared = method.responses().keySet();
    for (IntegrationResponse response : method.integration().responses()) {
      if (!declared.contains(response.statusCode())) {
        diagnostics.report(
            ApiCodes.GM3110,
            response.range(),
            Endpoints.problem(
                method,
                "Invalid Response status code specified: \"" + response.statusCode() + "\""),
            declared.isEmpty()
                ? "declare it in the operation's \"responses\""
                : "declare it in the operation's \"responses\", which has "
                    + String.join(", ", declared));
      }
    }
  }
}
