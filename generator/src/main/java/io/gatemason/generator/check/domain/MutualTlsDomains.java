package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.service.ApiMapping;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.DomainName.MutualTls;
import io.gatemason.generator.model.service.RoutingRule;
import io.gatemason.generator.model.service.Service;
import java.util.Set;
import java.util.TreeSet;

/**
 * A domain with mutual TLS has the usual security policy, and its APIs can be reached by it alone
 * ({@code docs/behaviour/tls.md#mutual}).
 */
final class MutualTlsDomains implements ServiceCheck {
  private static final String USUAL = "TLS_1_2";

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (DomainName domain : service.domains()) {
      domain.mutualTls().ifPresent(mutual -> check(service, domain, mutual, diagnostics));
    }
  }

  private static void check(
      Service service, DomainName domain, MutualTls mutual, Diagnostics diagnostics) {
    domain
        .securityPolicy()
        .filter(policy -> !policy.value().equals(USUAL))
        .ifPresent(
            policy ->
                diagnostics.report(
                    DomainCodes.GM2610,
                    policy.range(),
                    "mutual TLS is not possible with policy \"" + policy.value() + "\"",
                    "write " + USUAL));
    Set<String> apis = new TreeSet<>();
    domain.mappings().stream().map(ApiMapping::apiId).forEach(apis::add);
    domain.rules().stream().map(RoutingRule::apiId).forEach(apis::add);
    service.apis().stream()
        .filter(api -> !api.executeApiEndpointDisabled())
        .filter(api -> apis.contains(api.id()))
        .forEach(api -> wayAround(api, mutual, diagnostics));
  }

  private static void wayAround(Api api, MutualTls mutual, Diagnostics diagnostics) {
    diagnostics.report(
        DomainCodes.GM2611,
        mutual.range(),
        "clients can go around mutual TLS by the default endpoint of API \"" + api.id() + "\"",
        "set DisableExecuteApiEndpoint of the API to true");
  }
}
