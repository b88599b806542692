package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.server.setting.SettingNames;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import io.helidon.config.Config;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewaySettingsTest {
  private static final String VARIABLE = "gateway.apis.one.variables.overridden";
  private static final String URL_LIMIT = "gateway.limits.url-bytes";

  @AfterEach
  void forget() {
    System.clearProperty(VARIABLE);
    System.clearProperty(URL_LIMIT);
    System.clearProperty("gateway.development");
    System.clearProperty("gateway.management.port");
  }

  @Test
  void prefersSystemPropertiesToTheFileAndTheFileToTheBuild() {
    System.setProperty(VARIABLE, "property");
    System.setProperty(URL_LIMIT, "8192");
    ApiInfo built =
        ApiInfo.builder("one", "")
            .stageVariable("built", "b")
            .stageVariable("from-file", "b")
            .build();
    GatewaySettings settings = GatewaySettings.load();
    ApiInfo applied;
    try (Services services = Services.open(settings.config())) {
      applied = new Stage(services, built).info();
    }
    assertEquals(
        Map.of("built", "b", "from-file", "file", "overridden", "property"),
        applied.stageVariables());
    assertEquals("111122223333", applied.accountId());
    assertEquals(new Limits(10_485_760, 10_240, 8192), settings.limits());
  }

  @Test
  void hasDefaultsForTheMachineOfADeveloperWhichAnySettingOverrides() {
    assertFalse(GatewaySettings.load().config().get("gateway.management.port").exists());
    System.setProperty("gateway.development", "true");
    Config config = GatewaySettings.load().config();
    assertEquals(0, config.get("gateway.management.port").asInt().get());
    assertTrue(config.get("gateway.api-keys.make-up").asBoolean().get());
    assertEquals(List.of(), SettingNames.unknown(config));
    System.setProperty("gateway.management.port", "9090");
    assertEquals(
        9090, GatewaySettings.load().config().get("gateway.management.port").asInt().get());
  }
}
