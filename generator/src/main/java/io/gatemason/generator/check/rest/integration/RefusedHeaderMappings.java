package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.HttpIntegration;
import io.gatemason.generator.model.HttpProxyIntegration;
import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.MockIntegration;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.ParameterMapping.Target;
import io.gatemason.generator.model.RefusedHeaders;
import io.gatemason.generator.model.rest.Method;

/**
 * A mapping of a header that the service keeps to itself makes requests fail
 * (docs/behaviour/integrations.md#refused-headers).
 */
public final class RefusedHeaderMappings implements MethodCheck {

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    if (method.integration() instanceof MockIntegration) {
      return;
    }
    for (ParameterMapping mapping : method.integration().request().parameters()) {
      if (mapping.target() == Target.REQUEST_HEADER && refused(method, mapping.name())) {
        diagnostics.report(
            ApiCodes.GM3601,
            mapping.range(),
            "no mapping may set \"%s\": %s is answered with 500"
                .formatted(mapping.name(), requests(method)),
            "remove the mapping");
      }
    }
  }

  private static boolean refused(Method method, String header) {
    boolean http =
        method.integration() instanceof HttpIntegration
            || method.integration() instanceof HttpProxyIntegration;
    return http ? RefusedHeaders.byHttp(header) : RefusedHeaders.byAws(header);
  }

  private static String requests(Method method) {
    return method.integration() instanceof LambdaProxyIntegration
        ? "every request to " + method.title()
        : "a request to " + method.title() + " that has a value for it";
  }
}
