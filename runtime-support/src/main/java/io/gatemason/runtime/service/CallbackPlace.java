package io.gatemason.runtime.service;

import io.gatemason.runtime.websocket.OpenConnections;
import io.helidon.config.Config;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where functions call {@code @connections} (docs/behaviour/websocket.md#callbacks): where settings
 * say, or this service itself if it has one stage of a WebSocket API, which is the one that is
 * meant. Safe for concurrent use.
 */
final class CallbackPlace {
  private static final String VARIABLE = "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI";

  private final String set;
  private final boolean elsewhere;
  private final String host;
  private volatile int port;
  private volatile @Nullable OpenConnections connections;

  private CallbackPlace(String set, boolean elsewhere, String host, int port) {
    this.set = set;
    this.elsewhere = elsewhere;
    this.host = host;
    this.port = port;
  }

  /**
   * The place as it is known before the service listens.
   *
   * @param environment the gateway's own, which may name another place
   */
  static CallbackPlace of(Config config, Map<String, String> environment) {
    String bound = config.get("server.host").asString().orElse("0.0.0.0");
    boolean all = bound.equals("0.0.0.0") || bound.equals("::") || bound.equals("localhost");
    return new CallbackPlace(
        config.get("gateway.websocket.callback-url").asString().orElse(""),
        environment.containsKey(VARIABLE),
        all ? "127.0.0.1" : bound,
        config.get("server.port").asInt().orElse(0));
  }

  void listening(int boundPort) {
    port = boundPort;
  }

  void serve(OpenConnections open) {
    connections = open;
  }

  /** The URL, "" if the environment says it, or nobody knows. */
  String url() {
    OpenConnections open = connections;
    if (!set.isEmpty() || elsewhere || open == null || port == 0) {
      return set;
    }
    Set<String> stages = open.served();
    if (stages.size() != 1) {
      return "";
    }
    String only = stages.iterator().next();
    return "http://" + host + ":" + port + only.substring(only.indexOf('/'));
  }
}
