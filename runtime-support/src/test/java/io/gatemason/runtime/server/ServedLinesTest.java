package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.observe.AccessLog;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.stage.Canary;
import io.gatemason.runtime.stage.LogLevel;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServedLinesTest {

  private static List<String> lines(TestApi... apis) {
    try (Observation observation = Observation.open(Config.empty())) {
      return Startup.lines(
          ServedApi.all(observation, List.of(apis)), (api, stage) -> stage.equals("dev"));
    }
  }

  @Test
  void sayWhatIsServedWhere() {
    StageSettings settings =
        StageSettings.NONE.cache(1).methods("*", "*", MethodSettings.NONE.logLevel(LogLevel.ERROR));
    ApiInfo full = ApiInfo.builder("shop", "prod").settings(settings).canary(Canary.of(5)).build();
    assertEquals(
        List.of(
            "API one: /",
            "API shop: /dev (authorization), /prod (canary 5.0 %, cache, access log, execution"
                + " log)"),
        lines(
            new TestApi(ApiInfo.of("shop", "dev")),
            new TestApi(full).accessLog(new AccessLog("orders", line -> {})),
            new TestApi(ApiInfo.of("one", ""))));
  }

  @Test
  void sayWhichHostsAnswerAndWhatIsSwitchedOff() {
    assertEquals(
        List.of(
            "domains: api.example.com",
            "switched off: state shared by processes (gateway.store.redis.uri), traces"
                + " (gateway.otlp.endpoint)"),
        Startup.about(
            List.of(CustomDomain.of("api.example.com")),
            Config.just(ConfigSources.create(Map.of("gateway.management.port", "1"))),
            false));
  }

  @Test
  void areFew() {
    List<String> lines =
        lines(
            IntStream.range(0, 100)
                .mapToObj(i -> new TestApi(ApiInfo.of("api" + i, "dev")))
                .toArray(TestApi[]::new));
    assertEquals(31, lines.size());
    assertEquals("and 70 more APIs", lines.getLast());
  }
}
