package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.stage.Stage;

/** A canary has 0 to 100 percent of the traffic ({@code docs/behaviour/clients.md#canaries}). */
final class Canaries implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (RestApi api : service.apis(RestApi.class)) {
      for (Stage stage : api.stages()) {
        stage
            .settings()
            .canary()
            .flatMap(canary -> canary.percentTraffic())
            .filter(percent -> !(percent.value() >= 0 && percent.value() <= 100))
            .ifPresent(
                percent ->
                    diagnostics.report(
                        StageCodes.GM3516,
                        percent.range(),
                        "a canary cannot have " + percent.value() + " percent of the traffic",
                        "write 0 to 100"));
      }
    }
  }
}
