package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.ApiInfo;

/**
 * A stage of an API as it is served.
 *
 * @param api the generated API
 * @param info what is fixed about it
 * @param prefix path of the stage, such as {@code /dev}; "" if the API answers at the root
 */
record ServedApi(GatewayApi api, ApiInfo info, String prefix) {

  static ServedApi of(GatewayApi api) {
    ApiInfo info = api.info();
    return new ServedApi(api, info, info.stage().isEmpty() ? "" : "/" + info.stage());
  }

  /** Whether {@code path} is the stage or below it. */
  boolean serves(String path) {
    int end = prefix.length();
    return path.startsWith(prefix) && (path.length() == end || path.charAt(end) == '/');
  }
}
