package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.Quota;
import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.service.UsagePlan.PlanStage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many plans there may be, in one of them, and for one key, without a raised quota of the
 * managed service ({@code docs/behaviour/import.md#quotas}).
 */
final class PlanQuotas implements ServiceCheck {
  private static final Quota PLANS = new Quota(300, "usage plans");
  private static final Quota PLANS_OF_A_KEY = new Quota(10, "usage plans of a key");
  private static final Quota METHODS_OF_A_STAGE =
      new Quota(20, "throttled methods of a stage in a usage plan");

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    Map<Object, List<UsagePlan>> byKey = new LinkedHashMap<>();
    for (UsagePlan plan : service.usagePlans()) {
      for (PlanStage stage : plan.stages()) {
        METHODS_OF_A_STAGE.check(stage.methods().size(), stage.range(), diagnostics);
      }
      plan.keys().forEach(key -> byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(plan));
    }
    check(service.usagePlans(), PLANS, diagnostics);
    byKey.values().forEach(plans -> check(plans, PLANS_OF_A_KEY, diagnostics));
  }

  private static void check(List<UsagePlan> plans, Quota quota, Diagnostics diagnostics) {
    plans.stream()
        .skip(quota.most())
        .findFirst()
        .ifPresent(plan -> quota.check(plans.size(), plan.range(), diagnostics));
  }
}
