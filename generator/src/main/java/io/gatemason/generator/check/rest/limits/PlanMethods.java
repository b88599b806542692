package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.service.UsagePlan.MethodThrottle;
import io.gatemason.generator.model.service.UsagePlan.PlanStage;
import io.gatemason.generator.model.stage.MethodSettings.Target;
import java.util.List;

/**
 * A plan throttles methods that there are, in what serves the stage or its canary ({@code
 * docs/behaviour/clients.md#usage-plans}).
 */
final class PlanMethods implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (UsagePlan plan : service.usagePlans()) {
      for (PlanStage stage : plan.stages()) {
        service
            .api(RestApi.class, stage.apiId())
            .ifPresent(api -> check(service, api, stage, diagnostics));
      }
    }
  }

  private static void check(
      Service service, RestApi api, PlanStage stage, Diagnostics diagnostics) {
    List<Api> serving =
        api.stages().stream()
            .filter(each -> each.name().equals(stage.stage()))
            .findFirst()
            .map(each -> List.of(service.serving(api, each), service.servingCanary(api, each)))
            .orElse(List.of(api));
    for (MethodThrottle throttle : stage.methods()) {
      Target target = throttle.method();
      if (serving.stream().noneMatch(each -> has(each, target))) {
        diagnostics.report(
            StageCodes.GM3502,
            throttle.range(),
            "API \"%s\" has no method %s %s".formatted(api.id(), target.verb(), target.path()),
            "write the path as the document has it, then the verb: /pets/{id}/GET; //GET is the"
                + " root");
      }
    }
  }

  private static boolean has(Api api, Target target) {
    return api.operations().stream()
        .anyMatch(
            operation ->
                operation.resource().equals(target.path())
                    && HttpMethod.valueOf(operation.verb()).settable().contains(target.verb()));
  }
}
