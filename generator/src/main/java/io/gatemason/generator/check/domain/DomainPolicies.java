package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.policy.PolicyStatement.Resource;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.Service;
import java.util.regex.Pattern;

/**
 * What the policy of a domain speaks of is the domain ({@code docs/behaviour/domains.md#policies}).
 */
final class DomainPolicies implements ServiceCheck {
  private static final Pattern DOMAIN =
      Pattern.compile("\\*|execute-api:/.*|arn:[^:]*:execute-api:[^:]*:[^:]*:/domainnames/.*");

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (DomainName domain : service.domains()) {
      domain.policy().stream()
          .flatMap(policy -> policy.statements().stream())
          .flatMap(statement -> statement.resources().stream())
          .filter(resource -> !DOMAIN.matcher(resource.text()).matches())
          .forEach(resource -> report(domain, resource, diagnostics));
    }
  }

  private static void report(DomainName domain, Resource resource, Diagnostics diagnostics) {
    diagnostics.report(
        DomainCodes.GM2615,
        resource.range(),
        "\"%s\" is no resource of the domain \"%s\""
            .formatted(resource.text(), domain.name().value()),
        "write execute-api:/*");
  }
}
