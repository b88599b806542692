package io.gatemason.runtime.management;

import io.gatemason.runtime.console.Console;
import io.gatemason.runtime.console.ConsoleService;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.service.Services;
import io.helidon.config.Config;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A listener of its own for whoever runs the service; off unless {@code gateway.management.port} is
 * set, and on the loopback address unless {@code gateway.management.host} names another. Source:
 * {@code docs/behaviour/management.md}.
 */
public final class ManagementListener implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ManagementListener.class.getName());

  /** A request that is tried out may have a body of the size that the gateway takes. */
  private static final long MOST_BYTES = 24_000_000;

  private final WebServer server;
  private final Management management;

  private ManagementListener(WebServer server, Management management) {
    this.server = server;
    this.management = management;
  }

  /**
   * Starts the listener if settings want it, with a console if they want that too.
   *
   * @param service what the console shows and calls
   * @param usual the port to be taken, if that is free, where any free one will do; 0 for none
   * @throws IllegalArgumentException if it is to be bound beyond the loopback address without a
   *     token
   */
  public static Optional<ManagementListener> start(
      Config config,
      Services services,
      Observation observation,
      ConsoleService service,
      int usual) {
    Config settings = config.get("gateway.management");
    if (!settings.get("port").exists()) {
      return Optional.empty();
    }
    int wanted = settings.get("port").asInt().get();
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
    settings
        .get("hosts")
        .asList(String.class)
        .orElse(List.of())
        .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    Console console =
        observation.traffic().map(traffic -> new Console(service, services, traffic)).orElse(null);
    Management management = new Management(services, observation, new Guard(names, token), console);
    WebServer server = listening(host, wanted == 0 ? usual : wanted, management);
    if (!server.isRunning() && wanted == 0 && usual != 0) {
      server = listening(host, 0, management);
    }
    if (!server.isRunning()) {
      throw new IllegalArgumentException(
          "gateway.management.port: cannot listen at " + host + ":" + wanted);
    }
    String url = "http://" + host + ":" + server.port();
    LOG.log(
        System.Logger.Level.INFO,
        "management listens at {0}{1}",
        url,
        console == null ? "" : ", the console is at " + url + Console.PATH);
    return Optional.of(new ManagementListener(server, management));
  }

  private static WebServer listening(String host, int port, Management management) {
    return WebServer.builder()
        .host(host)
        .port(port)
        .shutdownHook(false)
        .maxPayloadSize(MOST_BYTES)
        .routing(HttpRouting.builder().any(management))
        .build()
        .start();
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

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("gateway.management.host is no address: " + host, e);
    }
  }
}
