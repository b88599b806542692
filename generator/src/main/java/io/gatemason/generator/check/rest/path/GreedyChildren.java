package io.gatemason.generator.check.rest.path;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.ResourcePath.Kind;
import io.gatemason.generator.model.ResourcePath.Segment;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import java.util.List;

/** A greedy variable is the last segment (docs/behaviour/routing.md#paths). */
public final class GreedyChildren implements Check<RestApi> {

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    PathPlaces.onePerPath(api).forEach(method -> check(api, method, diagnostics));
  }

  private static void check(RestApi api, Method method, Diagnostics diagnostics) {
    List<Segment> segments = method.path().segments();
    for (Segment segment : segments.subList(0, Math.max(0, segments.size() - 1))) {
      if (segment.kind() == Kind.GREEDY) {
        diagnostics.report(
            ApiCodes.GM3103,
            PathPlaces.of(api, method, "{" + segment.name() + "+}"),
            "Cannot create a child of a resource with a greedy path variable: {%s+} in \"%s\""
                .formatted(segment.name(), method.path().text()),
            "end the path with {" + segment.name() + "+}, or write {" + segment.name() + "}");
      }
    }
  }
}
