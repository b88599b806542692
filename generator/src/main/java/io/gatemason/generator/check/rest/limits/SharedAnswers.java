package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.ParameterMapping.PathParameter;
import io.gatemason.generator.model.ParameterMapping.RequestHeader;
import io.gatemason.generator.model.ParameterMapping.Source;
import io.gatemason.generator.model.ResourcePath.Kind;
import io.gatemason.generator.model.ResourcePath.Segment;
import io.gatemason.generator.model.rest.CacheKeys;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import java.util.List;

/**
 * A kept answer is given to every request with the same cache keys: path variables and callers that
 * are none of them share it ({@code docs/behaviour/caching.md#keys}).
 */
final class SharedAnswers implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (RestApi api : service.apis(RestApi.class)) {
      for (Method method : api.methods()) {
        boolean kept =
            api.stages().stream()
                .anyMatch(
                    stage ->
                        stage
                            .settings()
                            .caches(
                                method.path().text(),
                                method.httpMethod().name(),
                                method.httpMethod().settable()));
        if (kept) {
          check(method, diagnostics);
        }
      }
    }
  }

  private static void check(Method method, Diagnostics diagnostics) {
    IntegrationRequest request = method.integration().request();
    List<Source> keys =
        request.cacheKeyParameters().stream()
            .flatMap(name -> CacheKeys.source(request, name.text()).stream())
            .toList();
    for (Segment segment : method.path().segments()) {
      if (segment.kind() != Kind.STATIC && !keys.contains(new PathParameter(segment.name()))) {
        variable(method, segment.name(), diagnostics);
      }
    }
    if (!(method.authorization() instanceof Authorization.None)
        && keys.stream().noneMatch(RequestHeader.class::isInstance)) {
      diagnostics.report(
          StageCodes.GM3515,
          method.range(),
          "all callers of %s get the answer that was made for the first".formatted(method.title()),
          "make what tells callers apart a cache key, such as method.request.header.Authorization,"
              + " or switch caching off for the method");
    }
  }

  private static void variable(Method method, String name, Diagnostics diagnostics) {
    diagnostics.report(
        StageCodes.GM3514,
        method.range(),
        "answers of %s are kept whatever \"%s\" is".formatted(method.title(), name),
        "add method.request.path." + name + " to cacheKeyParameters");
  }
}
