package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.service.ApiMapping;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.DomainName.Routing;
import io.gatemason.generator.model.service.RoutingRule;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.source.Range;

/**
 * Rules or mappings that the domain's routing mode never asks ({@code
 * docs/behaviour/domains.md#rules}).
 */
final class UnaskedRoutes implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (DomainName domain : service.domains()) {
      if (domain.routing() == Routing.MAPPING_ONLY) {
        for (RoutingRule rule : domain.rules()) {
          report(rule.range(), "routing rule", domain, diagnostics);
        }
      }
      if (domain.routing() == Routing.RULE_ONLY) {
        for (ApiMapping mapping : domain.mappings()) {
          report(mapping.range(), "mapping", domain, diagnostics);
        }
      }
    }
  }

  private static void report(Range range, String what, DomainName domain, Diagnostics diagnostics) {
    diagnostics.report(
        DomainCodes.GM2607,
        range,
        "this %s is never asked by the domain \"%s\"".formatted(what, domain.name().value()),
        "set RoutingMode of the domain to ROUTING_RULE_THEN_API_MAPPING");
  }
}
