package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.service.ResourceId;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.service.UsagePlan.PlanStage;
import java.util.HashMap;
import java.util.Map;

/** A key is in one plan of a stage only ({@code docs/behaviour/clients.md#usage-plans}). */
final class KeysInPlans implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    Map<String, UsagePlan> first = new HashMap<>();
    for (UsagePlan plan : service.usagePlans()) {
      for (PlanStage stage : plan.stages()) {
        for (ResourceId key : plan.keys()) {
          String use = key + " " + stage.apiId() + " " + stage.stage();
          UsagePlan other = first.putIfAbsent(use, plan);
          if (other != null && !other.id().equals(plan.id())) {
            diagnostics.report(
                StageCodes.GM3503,
                stage.range(),
                "the plans \"%s\" and \"%s\" both have key \"%s\" and stage \"%s\""
                    .formatted(
                        other.id().logicalId(),
                        plan.id().logicalId(),
                        key.logicalId(),
                        stage.stage()),
                "take the key, or the stage, out of one of them");
          }
        }
      }
    }
  }
}
