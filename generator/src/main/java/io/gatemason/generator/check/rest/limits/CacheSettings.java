package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.stage.MethodSettings;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.stage.StageSettings;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;

/**
 * Answers are kept for up to an hour, in a cache that the stage has ({@code
 * docs/behaviour/caching.md#when}).
 */
final class CacheSettings implements ServiceCheck {
  private static final int LONGEST_SECONDS = 3_600;

  /** In gigabytes, as the service sells them. */
  private static final List<String> SIZES =
      List.of("0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237");

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (RestApi api : service.apis(RestApi.class)) {
      for (Stage stage : api.stages()) {
        check(stage.settings(), diagnostics);
      }
    }
  }

  private static void check(StageSettings settings, Diagnostics diagnostics) {
    for (MethodSettings entry : settings.methods()) {
      entry
          .cacheTtlSeconds()
          .filter(ttl -> ttl.value() < 0 || ttl.value() > LONGEST_SECONDS)
          .ifPresent(ttl -> timeToLive(ttl, diagnostics));
      if (settings.cacheCluster().isEmpty()) {
        entry
            .caching()
            .filter(Placed::value)
            .ifPresent(caching -> withoutCache(caching.range(), diagnostics));
      }
    }
    settings
        .cacheCluster()
        .flatMap(cluster -> cluster.sizeGigabytes())
        .filter(size -> !SIZES.contains(size.value()))
        .ifPresent(
            size ->
                diagnostics.report(
                    StageCodes.GM3512,
                    size.range(),
                    "\"%s\" is no size of a cache".formatted(size.value()),
                    "write one of " + String.join(", ", SIZES)));
  }

  private static void timeToLive(Placed<Integer> ttl, Diagnostics diagnostics) {
    diagnostics.report(
        StageCodes.GM3510,
        ttl.range(),
        "answers cannot be kept for %d seconds".formatted(ttl.value()),
        "write 0 to 3600");
  }

  private static void withoutCache(Range range, Diagnostics diagnostics) {
    diagnostics.report(
        StageCodes.GM3511,
        range,
        "nothing is kept: the stage has no cache",
        "write CacheClusterEnabled: true for the stage");
  }
}
