package io.gatemason.runtime.management;

import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.service.Services;
import io.helidon.config.Config;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A listener of its own for whoever runs the service; off unless {@code gateway.management.port} is
 * set, and on the loopback address unless {@code gateway.management.host} names another. Source:
 * {@code docs/behaviour/management.md}.
 */
public final class ManagementListener implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ManagementListener.class.getName());

  private final WebServer server;
  private final Management management;

  private ManagementListener(WebServer server, Management management) {
    this.server = server;
    this.management = management;
  }

  /**
   * Starts the listener if settings want it.
   *
   * @throws IllegalArgumentException if it is to be bound beyond the loopback address without a
   *     token
   */
  public static Optional<ManagementListener> start(
      Config config, Services services, Observation observation) {
    Config settings = config.get("gateway.management");
    if (!settings.get("port").exists()) {
      return Optional.empty();
    }
    String host = settings.get("host").asString().orElse("127.0.0.1");
    String token = settings.get("token").asString().orElse("");
    if (token.isEmpty() && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "gateway.management.host is "
              + host
              + ": beyond loopback gateway.management.token is"
              + " needed");
    }
    Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    names.addAll(settings.get("hosts").asList(String.class).orElse(List.of()));
    Management management = new Management(services, observation, new Guard(names, token));
    WebServer server =
        WebServer.builder()
            .host(host)
            .port(settings.get("port").asInt().get())
            .shutdownHook(false)
            .routing(HttpRouting.builder().any(management))
            .build();
    server.start();
    if (!server.isRunning()) {
      throw new IllegalArgumentException(
          "gateway.management.port: cannot listen at "
              + host
              + ":"
              + settings.get("port").asInt().get());
    }
    LOG.log(System.Logger.Level.INFO, "management listens at http://{0}:{1}", host, port(server));
    return Optional.of(new ManagementListener(server, management));
  }

  /** The bound port. */
  public int port() {
    return server.port();
  }

  /** Says that the service is not ready any more, and closes the port. */
  @Override
  public void close() {
    management.stopping();
    server.stop();
  }

  private static String port(WebServer server) {
    return Integer.toString(server.port());
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("gateway.management.host is no address: " + host, e);
    }
  }
}
