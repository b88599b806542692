package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.check.rule.Quota;
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
public final class ServiceQuotas implements Check<RestApi> {
  private static final Quota RESOURCES = new Quota(300, "resources");
  private static final Quota AUTHORIZERS = new Quota(10, "authorizers");
  private static final Quota POLICY = new Quota(8192, "characters of resource policy");
  private static final Quota MODELS = new Quota(400 << 10, "characters of models");
  private static final Quota DOCUMENT = new Quota(6 << 20, "characters of document");

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    Range start = new Range(api.range().file(), api.range().start(), api.range().start());
    RESOURCES.check(resources(api), start, diagnostics);
    AUTHORIZERS.check(api.authorizers().size(), start, diagnostics);
    int models =
        api.payloadModels().values().stream().mapToInt(m -> length(m.schema().range())).sum();
    MODELS.check(models, start, diagnostics);
    DOCUMENT.check(api.range().file().text().length(), start, diagnostics);
    api.resourcePolicy()
        .map(policy -> policy.range())
        .ifPresent(range -> POLICY.check(length(range), range, diagnostics));
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
}
