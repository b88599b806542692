package io.gatemason.generator.check;

import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.rest.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A backend parameter's name occurs in one of query string, header and path (rest-api.md 5.1). */
final class UniqueParameterNames implements MethodCheck {

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    Integration integration = method.integration();
    Map<String, ParameterMapping> first = new HashMap<>();
    for (ParameterMapping mapping : integration.request().parameters()) {
      ParameterMapping earlier = first.putIfAbsent(mapping.name(), mapping);
      if (earlier != null && earlier.target() != mapping.target()) {
        diagnostics.add(
            new Diagnostic(
                DiagnosticCode.GM3105,
                DiagnosticCode.GM3105.severity(),
                "Parameter names must be unique across querystring, header and path: \"%s\" in %s"
                    .formatted(mapping.name(), method.title()),
                mapping.range(),
                List.of(new Diagnostic.Related(earlier.range(), "first used here")),
                "rename one of them"));
      }
    }
  }
}
