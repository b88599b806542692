package io.gatemason.generator.check.rest.integration;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.MappingText.Literal;
import io.gatemason.generator.model.MappingText.Piece;
import io.gatemason.generator.model.MappingText.Placeholder;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.ParameterMapping.Target;
import io.gatemason.generator.model.rest.Method;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code {name}} in a URI is filled by {@code integration.request.path.name} only; without a
 * mapping the backend sees the braces, and {@code ${name}} it always sees
 * (docs/behaviour/integrations.md#uri).
 */
public final class UnfilledPlaceholders implements MethodCheck {
  private static final Pattern DOLLARS = Pattern.compile("\\$\\{[^}]*\\}");

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
              for (String written : dollars(endpoint.uri().pieces())) {
                diagnostics.report(
                    ApiCodes.GM3116,
                    endpoint.uri().range(),
                    "nothing fills \"%s\" in the uri of %s; the backend gets it as it stands"
                        .formatted(written, method.title()),
                    "write ${stageVariables.name}, or {name} with a mapping to"
                        + " integration.request.path.name");
              }
              for (String name : placeholders(endpoint.uri().pieces())) {
                if (!filled.contains(name)) {
                  diagnostics.report(
                      ApiCodes.GM3116,
                      endpoint.uri().range(),
                      "nothing fills \"{%s}\" in the uri of %s; the backend gets the braces"
                          .formatted(name, method.title()),
                      "add integration.request.path." + name + " to \"requestParameters\"");
                }
              }
            });
  }

  private static List<String> dollars(List<Piece> pieces) {
    return pieces.stream()
        .filter(Literal.class::isInstance)
        .flatMap(piece -> DOLLARS.matcher(((Literal) piece).text()).results())
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  private static List<String> placeholders(List<Piece> pieces) {
    return pieces.stream()
        .filter(Placeholder.class::isInstance)
        .map(piece -> ((Placeholder) piece).name())
        .distinct()
        .toList();
  }
}
