package io.gatemason.generator.check.rest.path;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import java.util.Set;

/** The paths of health checks are at the root of every host (docs/behaviour/routing.md#target). */
public final class ReservedPaths implements Check<RestApi> {
  private static final Set<String> RESERVED = Set.of("/ping", "/sping");

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    if (!api.stages().isEmpty()) {
      return;
    }
    for (Method method : PathPlaces.onePerPath(api)) {
      String path = method.path().text();
      if (RESERVED.contains(path)) {
        diagnostics.report(
            ApiCodes.GM3121,
            PathPlaces.of(api, method),
            "\"" + path + "\" at the root is reserved for health checks: no request reaches it",
            "name a stage, for example by -Dgatemason.stage=dev, or rename the path");
      }
    }
  }
}
