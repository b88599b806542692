package io.gatemason.runtime.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.LocalState;
import io.gatemason.runtime.websocket.WebSockets;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StageSetUpTest {
  private static final ApiInfo CHAT = ApiInfo.of("chat", "dev");

  private final Config config = Config.just(ConfigSources.create(Map.of()));
  private final Services services = Services.open(config);
  private final SocketConnections sockets =
      new SocketConnections(
          CallbackPlace.of(config, Map.of()),
          new LocalState(Ticker.system(), LocalLimits.inMemory(Ticker.system())),
          null);
  private final StageSetUp setUp =
      new StageSetUp(services.plans(), services.caches(), sockets, new SharedWebAcls("us-east-1"));

  @AfterEach
  void close() {
    sockets.close();
    services.close();
  }

  @Test
  void stagesServeOpenConnectionsWhenTheyTakeOver() {
    WebSockets made = setUp.webSockets(services, CHAT, message -> null);
    setUp.commit();
    assertEquals(Set.of(), sockets.connections(config).served());
    made.takeOver(Observer.All.NOBODY);
    assertEquals(Set.of("chat/dev"), sockets.connections(config).served());
  }

  @Test
  void sizesOfCachesWaitForAllStages() {
    ApiInfo small = stage(StageSettings.NONE.cache(1_000));
    setUp.cache(small, MethodInfo.of("GET", "/pets"));
    assertTrue(services.caches().find("api", "dev").isEmpty());
    setUp.commit();
    assertTrue(services.caches().find("api", "dev").isPresent());
    setUp.cache(stage(StageSettings.NONE), MethodInfo.of("GET", "/pets"));
    setUp.begin();
    setUp.commit();
    assertTrue(services.caches().find("api", "dev").isPresent());
  }

  @Test
  void saysThatAStageWithoutACacheKeepsNothing() {
    String key = "gateway.apis.api.stages.dev.method-settings.pets/GET";
    Config set = Config.just(ConfigSources.create(Map.of(key + ".caching-enabled", "true")));
    MethodSettings kept = MethodSettings.NONE.caching(true);
    ApiInfo without = stage(StageSettings.NONE.methods("GET", "/pets", kept));
    setUp.cache(without, MethodInfo.of("GET", "/pets"));
    assertEquals(
        List.of(key + ": caching has no effect: the stage has no cache; set cache.size-bytes"),
        setUp.withoutEffect(set, without, (verb, path) -> true));
    ApiInfo with = stage(without.settings().cache(1_000));
    assertEquals(List.of(), setUp.withoutEffect(set, with, (verb, path) -> true));
  }

  private static ApiInfo stage(StageSettings settings) {
    return ApiInfo.builder("api", "dev").settings(settings).build();
  }
}
