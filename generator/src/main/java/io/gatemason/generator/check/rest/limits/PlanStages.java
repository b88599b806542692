package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.service.UsagePlan;
import io.gatemason.generator.model.service.UsagePlan.PlanStage;
import io.gatemason.generator.model.stage.Stage;
import java.util.List;

/** A plan names stages that there are ({@code docs/behaviour/clients.md#usage-plans}). */
final class PlanStages implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (UsagePlan plan : service.usagePlans()) {
      for (PlanStage stage : plan.stages()) {
        service.api(RestApi.class, stage.apiId()).ifPresent(api -> check(api, stage, diagnostics));
      }
    }
  }

  private static void check(RestApi api, PlanStage stage, Diagnostics diagnostics) {
    List<String> names = api.stages().stream().map(Stage::name).toList();
    if (!names.contains(stage.stage())) {
      diagnostics.report(
          DiagnosticCode.GM3501,
          stage.range(),
          "API \"%s\" has no stage \"%s\"".formatted(api.id(), stage.stage()),
          names.isEmpty()
              ? "declare the stage as a resource of the template"
              : "its stages are " + String.join(", ", names));
    }
  }
}
