package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.service.RoutingRule;
import io.gatemason.generator.model.service.Service;

/** Rules lead to REST APIs ({@code docs/behaviour/domains.md#rules}). */
final class RuleTargets implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    service.domains().stream()
        .flatMap(domain -> domain.rules().stream())
        .forEach(rule -> check(service, rule, diagnostics));
  }

  private static void check(Service service, RoutingRule rule, Diagnostics diagnostics) {
    for (Api api : service.apis()) {
      if (api.id().equals(rule.apiId()) && api.kind() != Api.Kind.REST) {
        diagnostics.report(
            DomainCodes.GM2605,
            rule.range(),
            "a routing rule leads to \"" + api.id() + "\", which is no REST API",
            "lead to it by an AWS::ApiGatewayV2::ApiMapping");
      }
    }
  }
}
