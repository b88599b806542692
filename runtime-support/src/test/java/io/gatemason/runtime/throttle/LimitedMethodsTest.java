package io.gatemason.runtime.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitedMethodsTest {
  private static final MethodSettings LIMIT = MethodSettings.NONE.rate(5);

  private final LimitedMethods methods = new LimitedMethods();

  private static ApiInfo stage(StageSettings settings) {
    return ApiInfo.builder("api", "dev").settings(settings).build();
  }

  @Test
  void aLimitOfAMethodThatAsksForNoneHasNoEffect() {
    ApiInfo stage =
        stage(
            StageSettings.NONE
                .methods("GET", "/pets", LIMIT)
                .methods("GET", "/cats", LIMIT)
                .methods("*", "/dogs", LIMIT)
                .methods("PUT", "/any", LIMIT)
                .methods("GET", "/kept", MethodSettings.NONE.caching(true)));
    methods.add(stage, MethodInfo.of("GET", "/pets"));
    methods.add(stage, MethodInfo.of("POST", "/cats"));
    methods.add(stage, MethodInfo.of("ANY", "/any"));
    assertEquals(List.of("* /dogs", "GET /cats"), methods.unasked(stage));
  }

  @Test
  void aLimitOfAllIsAskedForByOne() {
    ApiInfo stage = stage(StageSettings.NONE.methods("*", "*", LIMIT));
    assertEquals(List.of("* *"), methods.unasked(stage));
    methods.add(stage, MethodInfo.of("GET", "/pets"));
    assertEquals(List.of(), methods.unasked(stage));
  }

  @Test
  void stagesAskForThemselves() {
    ApiInfo stage = stage(StageSettings.NONE.methods("GET", "/pets", LIMIT));
    methods.add(ApiInfo.of("api", "prod"), MethodInfo.of("GET", "/pets"));
    assertEquals(List.of("GET /pets"), methods.unasked(stage));
  }
}
