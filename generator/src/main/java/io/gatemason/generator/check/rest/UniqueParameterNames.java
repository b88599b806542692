package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.MethodRequest.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The name of a method's parameter occurs in one of query string, header and path. */
public final class UniqueParameterNames implements MethodCheck {

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    Map<String, Parameter> first = new HashMap<>();
    for (Parameter parameter : method.request().parameters()) {
      Parameter earlier = first.putIfAbsent(parameter.name(), parameter);
      if (earlier != null && earlier.location() != parameter.location()) {
        diagnostics.add(
            new Diagnostic(
                ApiCodes.GM3105,
                ApiCodes.GM3105.severity(),
                "Parameter names must be unique across querystring, header and path: \"%s\" in %s"
                    .formatted(parameter.name(), method.title()),
                parameter.range(),
                List.of(new Diagnostic.Related(earlier.range(), "first declared here")),
                "rename one of them"));
      }
    }
  }
}
