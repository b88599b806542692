package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.service.UsagePlan.PlanStage;
import io.gatemason.generator.source.Range;
import java.util.HashMap;
import java.util.Map;

/**
 * How many plans there may be, in one of them, and for one key, without a raised quota of the
 * managed service ({@code docs/behaviour/import.md#quotas}).
 */
final class PlanQuotas implements ServiceCheck {
  private static final int PLANS = 300;
  private static final int PLANS_OF_A_KEY = 10;
  private static final int METHODS_OF_A_STAGE = 20;

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    Map<Object, Integer> plansOfKeys = new HashMap<>();
    int plans = 0;
    for (UsagePlan plan : service.usagePlans()) {
      if (++plans == PLANS + 1) {
        report(plan.range(), "usage plans", PLANS, diagnostics);
      }
      for (PlanStage stage : plan.stages()) {
        if (stage.methods().size() > METHODS_OF_A_STAGE) {
          report(
              stage.range(),
              "throttled methods of a stage in a usage plan",
              METHODS_OF_A_STAGE,
              diagnostics);
        }
      }
      for (Object key : plan.keys()) {
        if (plansOfKeys.merge(key, 1, Integer::sum) == PLANS_OF_A_KEY + 1) {
          report(plan.range(), "usage plans of a key", PLANS_OF_A_KEY, diagnostics);
        }
      }
    }
  }

  private static void report(Range range, String what, int limit, Diagnostics diagnostics) {
    diagnostics.report(
        DiagnosticCode.GM3115,
        range,
        "more than %d %s; the managed service takes no more without a raised quota"
            .formatted(limit, what),
        "nothing to do here; raise the quota before deploying there");
  }
}
