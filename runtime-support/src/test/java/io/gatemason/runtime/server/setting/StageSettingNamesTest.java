package io.gatemason.runtime.server.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.exchange.ApiInfo;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageSettingNamesTest {
  private static final List<ApiInfo> SERVED =
      List.of(
          ApiInfo.of("pets", "dev"),
          ApiInfo.of("pets", "prod"),
          ApiInfo.of("pets", "prod").toBuilder().servesCanary().build(),
          ApiInfo.of("root", ""));

  @Test
  void settingsOfStagesThatAreServedAreFine() {
    assertEquals(
        List.of(),
        unknown(
            Map.of(
                "gateway.apis.pets.stages.dev.variables.host",
                "a",
                "gateway.apis.pets.stages.prod.canary.percent-traffic",
                "5",
                "gateway.apis.root.variables.host",
                "b")));
  }

  @Test
  void namesWhatIsNotServedAndWhatIs() {
    assertEquals(
        List.of(
            "gateway.apis.pets.stages.production has no effect: there is no such stage, only dev,"
                + " prod",
            "gateway.apis.shop has no effect: there is no such API, only pets, root"),
        unknown(
                Map.of(
                    "gateway.apis.pets.stages.production.variables.host",
                    "a",
                    "gateway.apis.shop.stages.dev.variables.host",
                    "b"))
            .stream()
            .sorted()
            .toList());
  }

  private static List<String> unknown(Map<String, String> settings) {
    return StageSettingNames.unserved(Config.just(ConfigSources.create(settings)), SERVED);
  }
}
