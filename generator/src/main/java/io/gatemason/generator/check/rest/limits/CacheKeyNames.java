package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rest.integration.SourceParameters;
import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.ParameterMapping.Source;
import io.gatemason.generator.model.ResourcePath;
import io.gatemason.generator.model.rest.CacheKeys;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;

/** Cache keys name parameters that there are ({@code docs/behaviour/caching.md#keys}). */
final class CacheKeyNames implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (RestApi api : service.documents(RestApi.class)) {
      api.methods().forEach(method -> check(method, diagnostics));
    }
  }

  private static void check(Method method, Diagnostics diagnostics) {
    IntegrationRequest request = method.integration().request();
    for (ScalarNode name : request.cacheKeyParameters()) {
      Optional<Source> source = CacheKeys.source(request, name.text());
      if (source.isEmpty()) {
        diagnostics.report(
            StageCodes.GM3513,
            name.range(),
            name.text().contains(".request.multivalue")
                ? "Invalid mapping expression specified: %s".formatted(name.text())
                : "Invalid cache key parameter specified: %s is no parameter"
                    .formatted(name.text()),
            "write method.request.path.<name>, .querystring.<name> or .header.<name>, or"
                + " integration.request.… for what requestParameters maps");
      } else if (!SourceParameters.isDeclared(method, source.get())
          && !names(method, source.get())) {
        diagnostics.report(
            StageCodes.GM3513,
            name.range(),
            "Invalid cache key parameter specified: %s is not declared".formatted(name.text()),
            "declare it among the operation's parameters");
      }
    }
  }

  /** The variables of a path are its method's parameters, declared or not. */
  private static boolean names(Method method, Source source) {
    return source instanceof ParameterMapping.PathParameter parameter
        && method.path().segments().stream()
            .anyMatch(
                segment ->
                    segment.kind() != ResourcePath.Kind.STATIC
                        && segment.name().equals(parameter.name()));
  }
}
