package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.ResourcePath.Segment;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the managed service would not take without a raised quota (docs/behaviour/import.md#quotas).
 */
public final class ServiceQuotas implements Check {
  private static final int RESOURCES = 300;
  private static final int AUTHORIZERS = 10;
  private static final int POLICY_CHARACTERS = 8192;
  private static final int MODEL_CHARACTERS = 400 << 10;
  private static final int IMPORT_BYTES = 6 << 20;

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    Range start = new Range(api.range().file(), api.range().start(), api.range().start());
    warn(diagnostics, start, "resources", resources(api), RESOURCES);
    warn(diagnostics, start, "authorizers", api.authorizers().size(), AUTHORIZERS);
    int models =
        api.payloadModels().values().stream().mapToInt(m -> length(m.schema().range())).sum();
    warn(diagnostics, start, "characters of models", models, MODEL_CHARACTERS);
    warn(
        diagnostics,
        start,
        "characters of document",
        api.range().file().text().length(),
        IMPORT_BYTES);
    api.resourcePolicy()
        .ifPresent(
            policy -> {
              Range range = policy.range();
              warn(
                  diagnostics,
                  range,
                  "characters of resource policy",
                  length(range),
                  POLICY_CHARACTERS);
            });
  }

  private static int length(Range range) {
    return range.end().offset() - range.start().offset();
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
