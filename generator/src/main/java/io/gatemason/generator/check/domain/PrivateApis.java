package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.source.Range;

/** A private API has a policy ({@code docs/behaviour/domains.md#endpoints}). */
final class PrivateApis implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    service.apis(RestApi.class).stream()
        .filter(api -> api.resourcePolicy().isEmpty())
        .flatMap(api -> api.endpoint().isPrivate().stream())
        .forEach(range -> report(range, diagnostics));
  }

  private static void report(Range range, Diagnostics diagnostics) {
    diagnostics.report(
        DiagnosticCode.GM2613,
        range,
        "a private API needs a resource policy",
        "say in a policy which VPC endpoints may call it");
  }
}
