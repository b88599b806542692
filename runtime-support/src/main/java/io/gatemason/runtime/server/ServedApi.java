package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.stage.Canary;
import io.gatemason.runtime.waf.WebAclGuard;
import io.gatemason.runtime.websocket.WebSockets;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A stage of an API as it is served.
 *
 * @param api the generated API
 * @param info what is fixed about it
 * @param prefix path of the stage, such as {@code /dev}; "" if the API answers at the root
 * @param observers who watches its requests
 * @param webAcl what looks at its requests first, null without a web ACL
 * @param canary what serves the canary's share of the requests, null without a canary
 */
record ServedApi(
    GatewayApi api,
    ApiInfo info,
    String prefix,
    Observers observers,
    @Nullable WebAclGuard webAcl,
    @Nullable ServedApi canary) {

  /** The stages of APIs, each with its canary; one at the root takes what no other one does. */
  static List<ServedApi> all(Observation observation, List<? extends GatewayApi> apis) {
    return apis.stream()
        .filter(api -> !api.info().servesCanary())
        .<ServedApi>map(api -> of(observation, api, canary(observation, api.info(), apis)))
        .sorted(Comparator.comparing(served -> served.prefix().isEmpty()))
        .toList();
  }

  /** Has messages of connections that are open already come to this stage, if it takes any. */
  void takeOverConnections() {
    WebSockets sockets = api.webSockets();
    if (sockets != null) {
      sockets.takeOver(observers);
    }
  }

  /** What serves this request: for a share of them, drawn for each by itself, the canary. */
  ServedApi drawn() {
    Canary drawn = info.canary();
    return canary == null
            || drawn == null
            || ThreadLocalRandom.current().nextDouble() * 100 >= drawn.percentTraffic()
        ? this
        : canary;
  }

  /** Whether {@code path}, from its character {@code start} on, is the stage or below it. */
  boolean serves(String path, int start) {
    int end = start + prefix.length();
    return path.startsWith(prefix, start) && (path.length() == end || path.charAt(end) == '/');
  }

  private static ServedApi of(Observation observation, GatewayApi api, @Nullable ServedApi canary) {
    ApiInfo info = api.info();
    Observers observers = Observers.of(observation, api);
    return new ServedApi(api, info, info.pathPrefix(), observers, api.webAcl(), canary);
  }

  private static @Nullable ServedApi canary(
      Observation observation, ApiInfo stage, List<? extends GatewayApi> apis) {
    for (GatewayApi api : apis) {
      ApiInfo info = api.info();
      if (info.servesCanary()
          && info.apiId().equals(stage.apiId())
          && info.stage().equals(stage.stage())) {
        return of(observation, api, null);
      }
    }
    return null;
  }
}
