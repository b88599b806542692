package io.gatemason.runtime.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.integration.RecordedLog;
import io.gatemason.runtime.stage.Canary;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {
  private static final ApiInfo BUILT =
      ApiInfo.builder("one", "dev").stageVariable("a", "built").stageVariable("b", "built").build();

  @Test
  void takesVariablesAndAccountFromSettings() {
    try (Services services =
        open(
            Map.of(
                "gateway.account-id", "111122223333",
                "gateway.apis.one.stages.dev.variables.b", "set",
                "gateway.apis.one.stages.dev.variables.c", "new",
                "gateway.apis.one.variables.a", "of another stage"))) {
      Stage stage = new Stage(services, BUILT);
      assertEquals(Map.of("a", "built", "b", "set", "c", "new"), stage.info().stageVariables());
      assertEquals("set", stage.variable("b"));
      assertEquals("", stage.variable("d"));
      assertEquals("111122223333", stage.info().accountId());
    }
  }

  @ParameterizedTest
  @CsvSource({"12345", "1111222233334", "11112222333x", "''"})
  void refusesAccountsThatAreNone(String account) {
    try (Services services = open(Map.of("gateway.account-id", account))) {
      String said =
          assertThrows(IllegalArgumentException.class, () -> new Stage(services, BUILT))
              .getMessage();
      assertTrue(said.startsWith("gateway.account-id has to be 12 digits"), said);
    }
  }

  @Test
  void takesVariablesOfAnApiWithoutStages() {
    try (Services services = open(Map.of("gateway.apis.one.variables.a", "set"))) {
      assertEquals("set", new Stage(services, ApiInfo.of("one", "")).variable("a"));
    }
  }

  @Test
  void saysWhichVariablesNothingDefines() throws Exception {
    ApiInfo built =
        BUILT.toBuilder().stageVariable("backend", "x").undefinedVariables("bakend").build();
    String empty = "gateway.apis.one.stages.dev.variables.bakend";
    for (Map<String, String> settings : List.of(Map.<String, String>of(), Map.of(empty, ""))) {
      try (RecordedLog log = new RecordedLog("io.gatemason.runtime.service");
          Services services = open(settings)) {
        new Stage(services, built);
        assertTrue(log.await("bakend").endsWith("variables.bakend; did you mean \"backend\"?"));
      }
    }
    try (Services services = open(Map.of("gateway.apis.one.stages.dev.variables.bakend", "set"))) {
      assertEquals("set", new Stage(services, built).variable("bakend"));
    }
  }

  @Test
  void canBeMadeTwiceWithOtherVariables() {
    try (Services services = open(Map.of())) {
      Stage stage = new Stage(services, BUILT);
      Stage canary = new Stage(services, BUILT.toBuilder().stageVariable("a", "canary").build());
      assertEquals("built", stage.variable("a"));
      assertEquals("canary", canary.variable("a"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "method-settings.pets/GET.throttling-rate-limit, -5",
    "method-settings.pets/GET.throttling-rate-limit, NaN",
    "method-settings.pets/GET.throttling-burst-limit, -2",
    "method-settings.pets/GET.cache-ttl-in-seconds, 3601",
    "method-settings.pets/GET.cache-ttl-in-seconds, -1",
    "cache.unauthorized-strategy, IGNORE",
    "cache.size-bytes, -1",
    "cache.require-authorization-for-cache-control, ture",
    "cache.require-authorization-for-cache-control, ''",
    "canary.percent-traffic, 150",
    "canary.percent-traffic, NaN",
    "canary.use-stage-cache, yes please",
    "tracing-enabled, 2",
    "method-settings.pets/GET.caching-enabled, flase",
    "method-settings.pets/GET.cache-data-encrypted, on",
    "method-settings.pets/GET.data-trace-enabled, nope",
    "method-settings.pets/GET.metrics-enabled, 0"
  })
  void refusesWhatCannotBeMeant(String setting, String value) {
    String key = "gateway.apis.one.stages.dev." + setting;
    try (Services services = open(Map.of(key, value))) {
      Exception refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> new Stage(services, BUILT.toBuilder().canary(Canary.of(5)).build()));
      assertTrue(refused.getMessage().startsWith(key + " is "), refused.getMessage());
      assertTrue(refused.getMessage().endsWith(", not \"" + value + "\""), refused.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "~1pets~1{id}/GET, /pets/{id}",
    "/~1pets~1{id}/GET, /pets/{id}",
    "pets/{id}/GET, /pets/{id}",
    "/pets/{id}/GET, /pets/{id}",
    "~1/GET, /",
    "//GET, /",
    "v1~10/pets/GET, /v1.0/pets",
    "*/GET, *"
  })
  void takesSettingsOfAMethodInAllItsForms(String written, String path) {
    String key = "gateway.apis.one.stages.dev.method-settings." + written;
    try (Services services = open(Map.of(key + ".throttling-rate-limit", "5"))) {
      assertEquals(5, new Stage(services, BUILT).info().settings().entry("GET", path).rateLimit());
    }
  }

  @Test
  void takesLimitsOfNothingAndNone() {
    String method = "gateway.apis.one.stages.dev.method-settings.pets/GET.throttling-";
    try (Services services =
        open(Map.of(method + "rate-limit", "0", method + "burst-limit", "-1"))) {
      assertEquals(
          0, new Stage(services, BUILT).info().settings().entry("GET", "/pets").rateLimit());
    }
  }

  private static Services open(Map<String, String> settings) {
    return Services.open(Config.just(ConfigSources.create(settings)));
  }
}
