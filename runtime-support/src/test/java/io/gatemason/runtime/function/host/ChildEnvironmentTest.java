package io.gatemason.runtime.function.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildEnvironmentTest {
  private static final String CALLBACKS = "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI";

  @Test
  void functionsAreToldWhereConnectionsAreCalled() {
    Map<String, String> own = Map.of("PATH", "/bin", CALLBACKS, "http://elsewhere");
    assertEquals(own, ChildEnvironment.withCallbacks(own, ""));
    assertEquals(
        Map.of("PATH", "/bin", CALLBACKS, "http://127.0.0.1:8080/dev"),
        ChildEnvironment.withCallbacks(own, "http://127.0.0.1:8080/dev"));
  }
}
