package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.source.Placed;
import java.util.Set;
import java.util.TreeSet;

/**
 * The security policy of a domain or an API is one of the managed service's; Java has TLS 1.0 and
 * 1.1 switched off ({@code docs/behaviour/tls.md#policies}).
 */
final class SecurityPolicies implements ServiceCheck {
  private static final String OLD = "TLS_1_0";
  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of(
              OLD,
              "TLS_1_2",
              "SecurityPolicy_TLS13_1_3_2025_09",
              "SecurityPolicy_TLS13_1_3_FIPS_2025_09",
              "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09",
              "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
              "SecurityPolicy_TLS13_1_2_PQ_2025_09",
              "SecurityPolicy_TLS13_1_2_2021_06",
              "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09",
              "SecurityPolicy_TLS13_1_2_Ext2_PQ_2025_09",
              "SecurityPolicy_TLS13_1_2_Ext2_FIPS_PQ_2025_09",
              "SecurityPolicy_TLS13_2025_EDGE",
              "SecurityPolicy_TLS12_PFS_2025_EDGE",
              "SecurityPolicy_TLS12_2018_EDGE"));

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    service.domains().stream()
        .flatMap(domain -> domain.securityPolicy().stream())
        .forEach(policy -> check(policy, diagnostics));
    service.apis().stream()
        .flatMap(api -> api.securityPolicy().stream())
        .forEach(policy -> check(new Placed<>(policy.text(), policy.range()), diagnostics));
  }

  private static void check(Placed<String> policy, Diagnostics diagnostics) {
    if (!KNOWN.contains(policy.value())) {
      diagnostics.report(
          DomainCodes.GM2608,
          policy.range(),
          "there is no security policy \"" + policy.value() + "\"",
          DidYouMean.closest(policy.value(), KNOWN)
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("write TLS_1_2, or one of the policies of docs/behaviour/tls.md"));
    } else if (policy.value().equals(OLD)) {
      diagnostics.report(
          DomainCodes.GM2609,
          policy.range(),
          "TLS 1.0 and 1.1 are not served; clients need TLS 1.2",
          "write TLS_1_2");
    }
  }
}
