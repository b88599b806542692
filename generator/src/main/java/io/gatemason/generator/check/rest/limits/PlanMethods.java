package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.service.UsagePlan.MethodThrottle;
import io.gatemason.generator.model.service.UsagePlan.PlanStage;
import io.gatemason.generator.model.stage.MethodSettings.Target;

/** A plan throttles methods that there are ({@code docs/behaviour/clients.md#usage-plans}). */
final class PlanMethods implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (UsagePlan plan : service.usagePlans()) {
      for (PlanStage stage : plan.stages()) {
        service.api(RestApi.class, stage.apiId()).ifPresent(api -> check(api, stage, diagnostics));
      }
    }
  }

  private static void check(RestApi api, PlanStage stage, Diagnostics diagnostics) {
    for (MethodThrottle throttle : stage.methods()) {
      Target target = throttle.method();
      boolean known =
          api.methods().stream()
              .anyMatch(
                  method ->
                      method.path().text().equals(target.path())
                          && method.httpMethod().settable().contains(target.verb()));
      if (!known) {
        diagnostics.report(
            StageCodes.GM3502,
            throttle.range(),
            "API \"%s\" has no method %s %s".formatted(api.id(), target.verb(), target.path()),
            "write the path as the document has it, then the verb: /pets/{id}/GET; //GET is the"
                + " root");
      }
    }
  }
}
