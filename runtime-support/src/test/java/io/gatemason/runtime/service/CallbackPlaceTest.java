package io.gatemason.runtime.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.websocket.OpenConnections;
import io.gatemason.runtime.websocket.WebSocketOptions;
import io.gatemason.runtime.websocket.WebSockets;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbackPlaceTest {
  private static final String VARIABLE = "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI";

  private static CallbackPlace place(
      Map<String, String> settings, Map<String, String> environment) {
    return CallbackPlace.of(Config.just(ConfigSources.create(settings)), environment);
  }

  private static OpenConnections serving(String... stages) {
    OpenConnections open =
        OpenConnections.start(WebSocketOptions.DEFAULT, Ticker.system(), WallClock.system());
    for (String stage : stages) {
      new WebSockets(ApiInfo.of("chat", stage), message -> null, open, exchange -> {})
          .takeOver(Observer.All.NOBODY);
    }
    return open;
  }

  @Test
  void isTheServiceItselfOnceItListens() {
    CallbackPlace place = place(Map.of(), Map.of());
    assertEquals("", place.url());
    try (OpenConnections open = serving("dev")) {
      place.serve(open);
      assertEquals("", place.url());
      place.listening(8081);
      assertEquals("http://127.0.0.1:8081/dev", place.url());
    }
  }

  @Test
  void followsSettingsAndTheEnvironmentFirst() {
    try (OpenConnections open = serving("dev")) {
      CallbackPlace set =
          place(Map.of("gateway.websocket.callback-url", "http://other/x"), Map.of());
      set.serve(open);
      set.listening(8081);
      assertEquals("http://other/x", set.url());
      CallbackPlace elsewhere = place(Map.of(), Map.of(VARIABLE, "http://other/y"));
      elsewhere.serve(open);
      elsewhere.listening(8081);
      assertEquals("", elsewhere.url());
      CallbackPlace bound = place(Map.of("server.host", "10.1.2.3", "server.port", "80"), Map.of());
      bound.serve(open);
      assertEquals("http://10.1.2.3:80/dev", bound.url());
    }
  }

  @Test
  void isUnknownAmongSeveralStages() {
    try (OpenConnections open = serving("dev", "prod")) {
      CallbackPlace place = place(Map.of("server.port", "80"), Map.of());
      place.serve(open);
      assertEquals("", place.url());
    }
  }
}
