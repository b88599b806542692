package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.ApiInfo;
import java.util.stream.Stream;

/**
 * A stage of an API with the settings of this process.
 *
 * @param api the generated API
 * @param info what is fixed about it, runtime settings applied
 * @param prefix path of the stage, such as {@code /dev}; "" if the API answers at the root
 */
record ServedApi(GatewayApi api, ApiInfo info, String prefix) {

  static Stream<ServedApi> stages(GatewayApi api, GatewaySettings settings) {
    return api.stages().stream()
        .map(settings::apply)
        .map(info -> new ServedApi(api, info, info.stage().isEmpty() ? "" : "/" + info.stage()));
  }

  /** Whether {@code path} is the stage or below it. */
  boolean serves(String path) {
    int end = prefix.length();
    return path.startsWith(prefix) && (path.length() == end || path.charAt(end) == '/');
  }
}
