package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.service.UsagePlan.PlanStage;
import io.gatemason.generator.model.stage.Stage;
import java.util.List;

/**
 * A plan names stages that there are, of kinds of API that have keys ({@code
 * docs/behaviour/clients.md#usage-plans}).
 */
final class PlanStages implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (UsagePlan plan : service.usagePlans()) {
      for (PlanStage stage : plan.stages()) {
        service.apis().stream()
            .filter(api -> api.id().equals(stage.apiId()))
            .forEach(api -> check(api, stage, diagnostics));
      }
    }
  }

  private static void check(Api api, PlanStage stage, Diagnostics diagnostics) {
    List<String> names = api.stages().stream().map(Stage::name).toList();
    if (api.kind() == Api.Kind.HTTP) {
      diagnostics.report(
          StageCodes.GM3501,
          stage.range(),
          "API \"%s\" is an HTTP API, which knows no keys".formatted(api.id()),
          "take the stage out of the plan, or make it a REST API");
    } else if (!names.contains(stage.stage())) {
      diagnostics.report(
          StageCodes.GM3501,
          stage.range(),
          "API \"%s\" has no stage \"%s\"".formatted(api.id(), stage.stage()),
          names.isEmpty()
              ? "declare the stage as a resource of the template"
              : "its stages are " + String.join(", ", names));
    }
  }
}
