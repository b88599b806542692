package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.stage.MethodSettings;
import io.gatemason.generator.model.stage.MethodSettings.Target;
import io.gatemason.generator.model.stage.Stage;

/** Settings are for methods that there are ({@code docs/behaviour/clients.md#method-settings}). */
final class MethodTargets implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (RestApi api : service.apis(RestApi.class)) {
      for (Stage stage : api.stages()) {
        for (MethodSettings settings : stage.settings().methods()) {
          if (api.methods().stream().noneMatch(method -> meant(method, settings.target()))) {
            settings
                .range()
                .ifPresent(
                    range ->
                        diagnostics.report(
                            DiagnosticCode.GM3509,
                            range,
                            "API \"%s\" has no method %s %s"
                                .formatted(
                                    api.id(), settings.target().verb(), settings.target().path()),
                            "write the path as the document has it: /~1pets~1{id} or /pets/{id}"));
          }
        }
      }
    }
  }

  private static boolean meant(Method method, Target target) {
    return (target.path().equals(Target.ANY) || target.path().equals(method.path().text()))
        && (target.verb().equals(Target.ANY) || target.verb().equals(method.httpMethod().name()));
  }
}
