package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.stage.CanarySettings;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.Placed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says how a canary becomes its stage: a change of the template ({@code
 * docs/behaviour/clients.md#promotion}).
 */
final class CanaryPromotion implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (RestApi api : service.apis(RestApi.class)) {
      for (Stage stage : api.stages()) {
        stage.settings().canary().ifPresent(canary -> explain(stage, canary, diagnostics));
      }
    }
  }

  private static void explain(Stage stage, CanarySettings canary, Diagnostics diagnostics) {
    List<String> changes = new ArrayList<>();
    Optional<String> own = stage.settings().deployment().map(Placed::value);
    canary
        .deployment()
        .map(Placed::value)
        .filter(id -> !own.equals(Optional.of(id)))
        .ifPresent(id -> changes.add("give the stage the deployment \"" + id + "\""));
    if (!canary.overrides().isEmpty()) {
      changes.add(
          "put "
              + canary.overrides().stream()
                  .map(variable -> "\"" + variable.name().text() + "\"")
                  .collect(Collectors.joining(", "))
              + " of StageVariableOverrides into its Variables");
    }
    if (!changes.isEmpty()) {
      diagnostics.report(
          StageCodes.GM3523,
          canary.range(),
          "%s %% of the requests to stage \"%s\" go to its canary"
              .formatted(share(canary), stage.name()),
          "to promote it, "
              + String.join(", ", changes)
              + ", and remove the canary; to give it"
              + " up, only remove it");
    }
  }

  /** Without trailing zeros. */
  private static String share(CanarySettings canary) {
    double percent = canary.percentTraffic().map(Placed::value).orElse(0.0);
    return new BigDecimal(Double.toString(percent)).stripTrailingZeros().toPlainString();
  }
}
