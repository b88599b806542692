package io.gatemason.generator.check;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.MappingText.Piece;
import io.gatemason.generator.model.MappingText.Placeholder;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.ParameterMapping.Target;
import io.gatemason.generator.model.rest.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code {name}} in a URI is filled by {@code integration.request.path.name} only; without a
 * mapping the backend sees the braces (rest-api.md 7.1).
 */
final class UnfilledPlaceholders implements MethodCheck {

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    Set<String> filled =
        method.integration().request().parameters().stream()
            .filter(mapping -> mapping.target() == Target.REQUEST_PATH)
            .map(ParameterMapping::name)
            .collect(Collectors.toSet());
    Endpoints.of(method)
        .ifPresent(
            endpoint -> {
              for (String name : placeholders(endpoint.uri().pieces())) {
                if (!filled.contains(name)) {
                  diagnostics.report(
                      DiagnosticCode.GM3116,
                      endpoint.uri().range(),
                      "nothing fills \"{%s}\" in the uri of %s; the backend gets the braces"
                          .formatted(name, method.title()),
                      "add integration.request.path." + name + " to \"requestParameters\"");
                }
              }
            });
  }

  private static List<String> placeholders(List<Piece> pieces) {
    return pieces.stream()
        .filter(Placeholder.class::isInstance)
        .map(piece -> ((Placeholder) piece).name())
        .distinct()
        .toList();
  }
}
