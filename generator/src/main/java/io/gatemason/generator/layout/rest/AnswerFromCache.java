package io.gatemason.generator.layout.rest;

import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.ParameterMapping.Source;
import io.gatemason.generator.model.rest.CacheKeys;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A method whose answers a stage keeps answers from the cache where it can. */
final class AnswerFromCache implements StepRule<RestMethod> {

  @Override
  public Optional<MethodStep> step(RestMethod known) {
    Method method = known.method();
    boolean kept =
        known.api().stages().stream()
            .anyMatch(
                stage ->
                    stage
                        .settings()
                        .caches(
                            method.path().text(),
                            method.httpMethod().name(),
                            method.httpMethod().settable()));
    return kept ? Optional.of(new MethodStep.CacheStep(cache(), key(method))) : Optional.empty();
  }

  private static StageLookup cache() {
    return StageLookup.ofMethod(RuntimeTypes.RESPONSE_CACHE, "cache");
  }

  private static CacheKeyLayout key(Method method) {
    IntegrationRequest request = method.integration().request();
    List<Source> sources = new ArrayList<>();
    for (ScalarNode parameter : request.cacheKeyParameters()) {
      CacheKeys.source(request, parameter.text()).ifPresent(sources::add);
    }
    return new CacheKeyLayout(
        request.cacheNamespace().orElse(method.path().text()),
        method.httpMethod() == HttpMethod.ANY
            ? Optional.empty()
            : Optional.of(method.httpMethod().name()),
        sources,
        method.integration().timeout());
  }
}
