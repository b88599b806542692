package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.IntegrationRequest;
import io.gatemason.generator.model.ParameterMapping.PathParameter;
import io.gatemason.generator.model.ParameterMapping.Source;
import io.gatemason.generator.model.ResourcePath.Kind;
import io.gatemason.generator.model.ResourcePath.Segment;
import io.gatemason.generator.model.rest.CacheKeys;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.stage.CanarySettings;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.stage.StageSettings;
import java.util.List;

/**
 * A kept answer is given to every request with the same cache keys: path variables and callers that
 * are none of them share it ({@code docs/behaviour/caching.md#keys}). What a stage keeps is a
 * matter of today, so that revisions that serve one are warned of, too.
 */
final class SharedAnswers implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (RestApi api : service.apis(RestApi.class)) {
      for (Stage stage : api.stages()) {
        StageSettings settings = stage.settings();
        check(service.serving(api, stage), settings, diagnostics);
        settings
            .canary()
            .filter(CanarySettings::useStageCache)
            .ifPresent(any -> check(service.servingCanary(api, stage), settings, diagnostics));
      }
    }
  }

  private static void check(Api serving, StageSettings settings, Diagnostics diagnostics) {
    if (serving instanceof RestApi api) {
      api.methods().stream()
          .filter(
              method ->
                  settings.caches(
                      method.path().text(),
                      method.httpMethod().name(),
                      method.httpMethod().settable()))
          .forEach(method -> check(api, method, diagnostics));
    }
  }

  private static void check(RestApi api, Method method, Diagnostics diagnostics) {
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
    CallerKeys.of(api, method)
        .filter(callers -> !callers.anyOf(keys))
        .ifPresent(callers -> callers(method, callers, diagnostics));
  }

  private static void callers(Method method, CallerKeys callers, Diagnostics diagnostics) {
    diagnostics.report(
        StageCodes.GM3515,
        method.range(),
        "all callers of %s get the answer that was made for the first".formatted(method.title()),
        "make what tells callers apart a cache key, such as "
            + callers.example()
            + ", or switch caching off for the method");
  }

  private static void variable(Method method, String name, Diagnostics diagnostics) {
    diagnostics.report(
        StageCodes.GM3514,
        method.range(),
        "answers of %s are kept whatever \"%s\" is".formatted(method.title(), name),
        "add method.request.path." + name + " to cacheKeyParameters");
  }
}
