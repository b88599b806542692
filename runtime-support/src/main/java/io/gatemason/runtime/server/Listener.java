package io.gatemason.runtime.server;

import io.gatemason.runtime.server.connection.Connections;
import io.helidon.config.Config;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

/** Wiring of the listener, all in this place. */
final class Listener {
  private static final int DEFAULT_PORT = 8080;
  private static final String ANY = "0.0.0.0";

  /** Connections beyond the limit that may be open for the moment in which they are refused. */
  private static final int REFUSED = 64;

  /** Longer than any integration timeout of the managed service. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private Listener() {}

  /**
   * Starts a listener. Helidon would only log that its port is taken.
   *
   * @throws UncheckedIOException if it cannot be bound
   */
  static void start(WebServer server) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      WebServerConfig config = server.prototype();
      InetAddress address =
          config.host().equals(ANY) ? config.address() : InetAddress.getByName(config.host());
      probe.bind(new InetSocketAddress(address, Math.max(0, config.port())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.start();
    if (!server.isRunning()) {
      throw new IllegalStateException("its listener cannot be opened");
    }
  }

  /** A listener that is not started yet; {@code server} holds Helidon's own settings for it. */
  static WebServer create(Config server, Connections connections) {
    return WebServer.builder()
        .port(DEFAULT_PORT)
        .shutdownGracePeriod(GRACE)
        // One more is not accepted before another has ended, so that files do not run out.
        .maxTcpConnections(connections.limits().connections() + REFUSED)
        // Without it an answer in two parts waits for the client's acknowledgement of the first.
        .connectionOptions(options -> options.tcpNoDelay(true))
        .config(server)
        .shutdownHook(false)
        .contentEncoding(new EncodedContent())
        .protocolsDiscoverServices(false)
        .addConnectionSelector(connections.selector())
        .routing(HttpRouting.builder().any(connections.routed()))
        .build();
  }
}
