package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import java.util.List;

/** The rules of custom domains, in order. */
public final class DomainChecks {
  public static final List<ServiceCheck> ALL =
      List.of(
          new DomainNames(),
          new MappingTargets(),
          new MappingKeys(),
          new RulePriorities(),
          new RuleConditions(),
          new UnaskedRoutes(),
          new SecurityPolicies(),
          new MutualTlsDomains(),
          new RuleTargets(),
          new MixedKinds(),
          new DomainPolicies(),
          new ClientCertificates());

  private DomainChecks() {}
}
