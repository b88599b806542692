package io.gatemason.generator.check.rest.path;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.ResourcePath.Kind;
import io.gatemason.generator.model.ResourcePath.Segment;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Range;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A resource has at most one child that is a variable (docs/behaviour/routing.md#paths). */
public final class SiblingVariables implements Check<RestApi> {

  private record Variable(Segment segment, Method method) {}

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    Map<List<Segment>, Variable> first = new HashMap<>();
    Set<List<Segment>> reported = new HashSet<>();
    for (Method method : api.methods()) {
      List<Segment> segments = method.path().segments();
      for (int i = 0; i < segments.size(); i++) {
        Segment segment = segments.get(i);
        if (segment.kind() == Kind.STATIC) {
          continue;
        }
        Variable earlier = first.putIfAbsent(segments.subList(0, i), new Variable(segment, method));
        boolean conflict = earlier != null && !earlier.segment().equals(segment);
        if (conflict && reported.add(segments.subList(0, i + 1))) {
          report(api, diagnostics, method, segment, earlier);
        }
      }
    }
  }

  private static void report(
      RestApi api, Diagnostics diagnostics, Method method, Segment segment, Variable earlier) {
    Range sibling = PathPlaces.of(api, earlier.method(), text(earlier.segment()));
    diagnostics.add(
        new Diagnostic(
            ApiCodes.GM3102,
            ApiCodes.GM3102.severity(),
            "A sibling (%s) of this resource already has a variable path part -- only one is allowed: %s in \"%s\""
                .formatted(text(earlier.segment()), text(segment), method.path().text()),
            PathPlaces.of(api, method, text(segment)),
            List.of(new Diagnostic.Related(sibling, "the sibling")),
            "give both variables the same name, or tell the paths apart by a fixed segment"));
  }

  private static String text(Segment segment) {
    return "{" + segment.name() + (segment.kind() == Kind.GREEDY ? "+}" : "}");
  }
}
