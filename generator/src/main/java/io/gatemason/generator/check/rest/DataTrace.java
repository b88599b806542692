package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.stage.MethodSettings;
import io.gatemason.generator.model.stage.MethodSettings.LoggingLevel;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.Placed;

/**
 * Data trace shows headers and payloads in an execution log of all events ({@code
 * docs/behaviour/logs.md#execution}).
 */
public final class DataTrace implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (RestApi api : service.apis(RestApi.class)) {
      for (Stage stage : api.stages()) {
        stage.settings().methods().forEach(entry -> check(stage, entry, diagnostics));
      }
    }
  }

  private static void check(Stage stage, MethodSettings entry, Diagnostics diagnostics) {
    MethodSettings.Target target = entry.target();
    boolean told =
        stage
            .settings()
            .of(target.path(), target.verb())
            .loggingLevel()
            .filter(level -> level.value() == LoggingLevel.INFO)
            .isPresent();
    entry
        .dataTrace()
        .filter(trace -> trace.value() && !told)
        .map(Placed::range)
        .ifPresent(
            range ->
                diagnostics.report(
                    StageCodes.GM3617,
                    range,
                    "data trace has no effect without an execution log of all events",
                    "add LoggingLevel: INFO"));
  }
}
