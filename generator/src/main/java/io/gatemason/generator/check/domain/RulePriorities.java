package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.RoutingRule;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.source.Placed;
import java.util.HashSet;
import java.util.Set;

/** The rules of a domain have priorities of their own ({@code docs/behaviour/domains.md#rules}). */
final class RulePriorities implements ServiceCheck {
  private static final int HIGHEST = 1_000_000;
  private static final int MOST = 50;

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    service.domains().forEach(domain -> check(domain, diagnostics));
  }

  private static void check(DomainName domain, Diagnostics diagnostics) {
    Set<Integer> seen = new HashSet<>();
    for (RoutingRule rule : domain.rules()) {
      Placed<Integer> priority = rule.priority();
      if (priority.value() < 1 || priority.value() > HIGHEST) {
        report(priority, "a priority is a number from 1 to " + HIGHEST, diagnostics);
      } else if (!seen.add(priority.value())) {
        report(
            priority, "another rule of the domain has priority " + priority.value(), diagnostics);
      } else if (seen.size() == MOST + 1) {
        report(priority, "the domain has more than " + MOST + " rules", diagnostics);
      }
    }
  }

  private static void report(Placed<Integer> priority, String problem, Diagnostics diagnostics) {
    diagnostics.report(
        DomainCodes.GM2604,
        priority.range(),
        problem,
        "rules are asked in the order of their priorities, the lowest first");
  }
}
