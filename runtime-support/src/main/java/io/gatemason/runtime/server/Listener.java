package io.gatemason.runtime.server;

import io.gatemason.runtime.config.Switch;
import io.gatemason.runtime.server.connection.Connections;
import io.gatemason.runtime.server.entrance.PrivateEndpoints;
import io.gatemason.runtime.server.tls.HostContext;
import io.gatemason.runtime.server.tls.TlsHosts;
import io.helidon.common.tls.Tls;
import io.helidon.config.Config;
import io.helidon.webserver.ListenerConfig;
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
  private static final int DEFAULT_TLS_PORT = 8443;

  /** The name of the listener for TLS. */
  static final String TLS = PrivateEndpoints.TLS;

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

  /**
   * A listener that is not started yet, and one beside it for TLS if there are certificates.
   *
   * @param config {@code server} holds Helidon's own settings
   */
  static WebServer create(Config config, Connections connections, TlsHosts hosts) {
    WebServerConfig.Builder server = plain(config.get("server"), connections);
    if (!hosts.isEmpty()) {
      int port = config.get("gateway.listener.tls-port").asInt().orElse(DEFAULT_TLS_PORT);
      server.putSocket(TLS, overTls(other(config, TLS, port, connections), hosts, connections));
    }
    for (Config named : PrivateEndpoints.named(config)) {
      server.putSocket(named.name(), named(config, named, connections, hosts));
    }
    return server.build();
  }

  private static WebServerConfig.Builder plain(Config server, Connections connections) {
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
        .routing(HttpRouting.builder().any(connections.routed()));
  }

  /**
   * A listener with a name, such as that of a private endpoint.
   *
   * @throws IllegalArgumentException if it has no port, or cannot have TLS
   */
  private static ListenerConfig named(
      Config config, Config named, Connections connections, TlsHosts hosts) {
    String name = named.name();
    int port =
        named
            .get("port")
            .asInt()
            .asOptional()
            .filter(any -> !name.equals(TLS))
            .orElseThrow(() -> new IllegalArgumentException(named.key() + " has no port"));
    ListenerConfig.Builder listener = other(config, name, port, connections);
    named.get("host").asString().ifPresent(listener::host);
    if (!Switch.read(named.get("tls")).orElse(false)) {
      return listener.build();
    }
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException(named.key() + ".tls: no host has a certificate");
    }
    return overTls(listener, hosts, connections);
  }

  private static ListenerConfig.Builder other(
      Config config, String name, int port, Connections connections) {
    return ListenerConfig.builder()
        .config(config.get("server"))
        .name(name)
        .port(port)
        .shutdownGracePeriod(GRACE)
        .maxTcpConnections(connections.limits().connections() + REFUSED)
        .connectionOptions(options -> options.tcpNoDelay(true))
        .contentEncoding(new EncodedContent())
        .protocolsDiscoverServices(false)
        .addConnectionSelector(connections.selector())
        .routing(HttpRouting.builder().any(connections.routed()));
  }

  /** Sockets of the old kind: only they show a client's first message before TLS begins. */
  private static ListenerConfig overTls(
      ListenerConfig.Builder listener, TlsHosts hosts, Connections connections) {
    return listener
        .useNio(false)
        .tls(Tls.builder().sslContext(HostContext.of(hosts, connections.handshakes())).build())
        .build();
  }
}
