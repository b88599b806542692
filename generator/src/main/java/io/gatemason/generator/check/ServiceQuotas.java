package io.gatemason.generator.check;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.ResourcePath.Segment;
import io.gatemason.generator.model.RestApi;
import io.gatemason.generator.source.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the managed service would not take without a raised quota (rest-api.md 11.5). */
final class ServiceQuotas implements Check {
  private static final int RESOURCES = 300;
  private static final int AUTHORIZERS = 10;
  private static final int POLICY_CHARACTERS = 8192;
  private static final int IMPORT_BYTES = 6 << 20;

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    Range start = new Range(api.range().file(), api.range().start(), api.range().start());
    warn(diagnostics, start, "resources", resources(api), RESOURCES);
    warn(diagnostics, start, "authorizers", api.authorizers().size(), AUTHORIZERS);
    warn(
        diagnostics,
        start,
        "characters of document",
        api.range().file().text().length(),
        IMPORT_BYTES);
    api.resourcePolicy()
        .ifPresent(
            policy -> {
              Range range = policy.document().range();
              int length = range.end().offset() - range.start().offset();
              warn(diagnostics, range, "characters of resource policy", length, POLICY_CHARACTERS);
            });
  }

  private static int resources(RestApi api) {
    Set<List<Segment>> resources = new HashSet<>();
    resources.add(List.of());
    for (var method : api.methods()) {
      List<Segment> segments = method.path().segments();
      for (int i = 1; i <= segments.size(); i++) {
        resources.add(segments.subList(0, i));
      }
    }
    return resources.size();
  }

  private static void warn(
      Diagnostics diagnostics, Range range, String what, int count, int limit) {
    if (count > limit) {
      diagnostics.report(
          DiagnosticCode.GM3115,
          range,
          "%d %s; the managed service takes %d without a raised quota"
              .formatted(count, what, limit),
          "nothing to do here; raise the quota before importing the document there");
    }
  }
}
