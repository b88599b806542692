package io.gatemason.runtime.server.entrance;

import io.gatemason.runtime.client.ClientRequest;
import io.helidon.config.Config;
import io.helidon.webserver.WebServer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which listeners are private endpoints: the usual ones by {@code gateway.listener}, and those of
 * {@code gateway.listeners.<name>}. They stay while the process runs. Safe for concurrent use.
 */
public final class PrivateEndpoints {
  /** The name of the usual listener for TLS. */
  public static final String TLS = "tls";

  private static final String OWN = "private-endpoint";

  private final Map<String, PrivateEndpoint> byListener;
  private volatile @Nullable Map<Integer, PrivateEndpoint> byPort;

  private PrivateEndpoints(Map<String, PrivateEndpoint> byListener) {
    this.byListener = byListener;
    this.byPort = byListener.isEmpty() ? Map.of() : null;
  }

  /**
   * Those of the settings.
   *
   * @throws IllegalArgumentException if a setting is unusable
   */
  public static PrivateEndpoints of(Config config) {
    Map<String, PrivateEndpoint> byListener = new LinkedHashMap<>();
    PrivateEndpoint.of(config.get("gateway.listener").get(OWN))
        .ifPresent(
            endpoint -> {
              byListener.put(WebServer.DEFAULT_SOCKET_NAME, endpoint);
              byListener.put(TLS, endpoint);
            });
    for (Config named : named(config)) {
      PrivateEndpoint.of(named.get(OWN))
          .ifPresent(endpoint -> byListener.put(named.name(), endpoint));
    }
    return new PrivateEndpoints(byListener);
  }

  /** The settings of each listener that has a name. */
  public static List<Config> named(Config config) {
    return config.get("gateway.listeners").asNodeList().orElse(List.of());
  }

  /** The listeners have their ports. */
  public void bound(WebServer server) {
    Map<Integer, PrivateEndpoint> ports = new HashMap<>();
    byListener.forEach(
        (name, endpoint) -> {
          if (server.hasTls(name) || !name.equals(TLS)) {
            ports.put(server.port(name), endpoint);
          }
        });
    byPort = Map.copyOf(ports);
  }

  /** Whether requests cannot be told apart yet, since the ports are not known. */
  public boolean starting() {
    return byPort == null;
  }

  /** The private endpoint that a request came through, null if through none. */
  public @Nullable PrivateEndpoint of(ClientRequest request) {
    Map<Integer, PrivateEndpoint> known = byPort;
    return known == null ? null : known.get(request.localPort());
  }

  /** Whether a policy judges what comes through one of them. */
  boolean judge() {
    return byListener.values().stream().anyMatch(endpoint -> endpoint.policy() != null);
  }
}
