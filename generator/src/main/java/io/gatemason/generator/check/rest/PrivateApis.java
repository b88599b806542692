package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Range;

/** A private API has a policy ({@code docs/behaviour/domains.md#endpoints}). */
public final class PrivateApis implements Check<RestApi> {

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    if (api.resourcePolicy().isEmpty()) {
      api.endpoint().isPrivate().ifPresent(range -> report(range, diagnostics));
    }
  }

  private static void report(Range range, Diagnostics diagnostics) {
    diagnostics.report(
        DomainCodes.GM2613,
        range,
        "a private API needs a resource policy",
        "say in a policy which VPC endpoints may call it");
  }
}
