package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** What the tests of bodies have in common: a gateway of one method. */
abstract class PayloadCalls {
  private @Nullable GatewayServer server;

  @AfterEach
  final void stop() {
    if (server != null) {
      server.stop();
    }
  }

  final int start(ApiInfo info, Consumer<Exchange> steps) {
    return start(Map.of(), info, steps);
  }

  final int start(Map<String, String> settings, ApiInfo info, Consumer<Exchange> steps) {
    GatewayServer started =
        TestApi.start(settings, new TestApi(info).method("ANY", "/{proxy+}", steps));
    server = started;
    return started.port();
  }

  static ApiInfo api() {
    return ApiInfo.of("one", "");
  }
}
