package io.gatemason.runtime.server;

import io.gatemason.runtime.auth.EntranceGuard;
import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.domain.DomainTable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.OutOfMemory;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.server.connection.Connections;
import io.gatemason.runtime.server.entrance.EntrancePolicies;
import io.gatemason.runtime.server.entrance.PrivateEndpoints;
import io.gatemason.runtime.server.setting.SettingNames;
import io.gatemason.runtime.server.tls.TlsHosts;
import io.gatemason.runtime.server.wire.RequestHandler;
import io.gatemason.runtime.service.Services;
import io.helidon.webserver.WebServer;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A running service. Safe for concurrent use. */
public final class GatewayServer {
  private static final System.Logger LOG = System.getLogger(GatewayServer.class.getName());

  private final WebServer server;
  private final TlsHosts hosts;
  private final PrivateEndpoints endpoints;
  private final Connections connections;
  private final Readiness readiness;
  private final GatewaySettings settings;
  private final CurrentVersion current;
  private final Thread hook;
  private volatile ServiceVersion version;
  private volatile int managementPort;
  private boolean stopped;

  private GatewayServer(
      GatewaySettings settings, DomainAccess access, Readiness readiness, ServiceVersion version) {
    this.settings = settings;
    this.hosts = access.hosts();
    this.endpoints = access.endpoints();
    this.readiness = readiness;
    this.version = version;
    this.current = new CurrentVersion(version);
    // Only a service whose code is replaced counts its requests.
    RequestHandler handler = settings.code() == null ? version.handler() : current;
    this.connections = Connections.of(settings.connectionLimits(), handler);
    this.server = Listener.create(settings.config(), connections, hosts);
    this.hook = new Thread(this::finish, "gateway-shutdown");
  }

  /**
   * Starts a service; when this returns its port is bound. The service stops when the process is
   * asked to end. When the settings file changes, the stages are set up anew with the settings of
   * stages that it then has.
   *
   * @param services what the APIs share; closed after the last request when the service stops
   * @param apis sets up the stages of the APIs of the service, at least one
   */
  public static GatewayServer start(
      GatewaySettings settings,
      Services services,
      Function<Services, List<? extends GatewayApi>> apis) {
    return start(settings, services, apis, List.of());
  }

  /**
   * As {@link #start(GatewaySettings, Services, Function)}, with custom domains.
   *
   * @param domains the domains, their names unique
   */
  public static GatewayServer start(
      GatewaySettings settings,
      Services services,
      Function<Services, List<? extends GatewayApi>> apis,
      List<CustomDomain> domains) {
    Observation observation = Observation.open(settings.config());
    observation.backends(() -> Observers.connections(services.backendConnections()));
    List<AutoCloseable> resources = List.of(services, observation);
    GatewayServer started;
    StageGraphs graphs;
    try {
      DomainTable table = DomainTable.of(domains);
      graphs = StageGraphs.of(settings, observation, services, apis, table);
      DomainAccess access = access(settings, domains, table, graphs.get(), services::entranceGuard);
      started = start(settings, resources, graphs, access, services.plans()::admit);
      started.version.add(graphs);
      services.listening(started.port());
      ServedLines.tellOf(graphs.get().stages(), domains, services, settings.config());
    } catch (RuntimeException e) {
      resources.forEach(ServiceVersion::close);
      throw e;
    }
    int port = started.port();
    started.managementPort =
        ManagementStart.start(
            settings, services, observation, graphs, started.version, port, started.managementPort);
    return started;
  }

  /**
   * Starts a service of APIs that are set up already.
   *
   * @param resources closed after the last request when the service stops
   * @param apis the stages of the APIs of the service, at least one
   */
  public static GatewayServer start(
      GatewaySettings settings, AutoCloseable resources, List<? extends GatewayApi> apis) {
    return start(settings, resources, apis, List.of());
  }

  static GatewayServer start(
      GatewaySettings settings,
      AutoCloseable resources,
      List<? extends GatewayApi> apis,
      List<CustomDomain> domains) {
    Observation observation = Observation.open(settings.config());
    DomainTable table = DomainTable.of(domains);
    ApiDirectory directory = ApiDirectory.of(observation, apis, table);
    directory.takeOver();
    DomainAccess access = access(settings, domains, table, directory, null);
    return start(
        settings, List.of(resources, observation), () -> directory, access, exchange -> {});
  }

  /** The certificates of a listener stay with it, and what it is in a private network. */
  private static DomainAccess access(
      GatewaySettings settings,
      List<CustomDomain> domains,
      DomainTable table,
      ApiDirectory apis,
      @Nullable Supplier<EntranceGuard> guard) {
    GatewayServer running = settings.running();
    TlsHosts hosts =
        running == null
            ? TlsHosts.of(settings.config(), domains, apis.securityPolicies())
            : running.hosts;
    PrivateEndpoints endpoints =
        running == null ? PrivateEndpoints.of(settings.config()) : running.endpoints;
    EntrancePolicies policies = EntrancePolicies.of(domains, endpoints, guard);
    return new DomainAccess(table, hosts, settings.trustedProxies(), endpoints, policies);
  }

  private static GatewayServer start(
      GatewaySettings settings,
      List<AutoCloseable> resources,
      Supplier<ApiDirectory> apis,
      DomainAccess access,
      Consumer<Exchange> throttle) {
    Providers.check(GatewayServer.class.getClassLoader());
    SettingNames.check(settings.config());
    OutOfMemory.watchThreads();
    GatewayServer running = settings.running();
    Readiness readiness = running == null ? new Readiness() : running.readiness;
    ServiceVersion version =
        ServiceVersion.of(settings, resources, apis, access, throttle, readiness);
    if (running != null) {
      running.become(settings, version);
      return running;
    }
    GatewayServer started = new GatewayServer(settings, access, readiness, version);
    Listener.start(started.server);
    started.endpoints.bound(started.server);
    access.hosts().watch();
    readiness.begin();
    Runtime.getRuntime().addShutdownHook(started.hook);
    return started;
  }

  /** The listener stays; requests in progress end as they began. */
  private synchronized void become(GatewaySettings changed, ServiceVersion next) {
    if (stopped) {
      throw new IllegalStateException("the service has stopped");
    }
    changed.warnOfListener(settings);
    ServiceVersion old = version;
    version = next;
    current.set(next);
    old.retire();
  }

  /** The bound port of the management listener, empty if there is none. */
  public OptionalInt managementPort() {
    return managementPort == 0 ? OptionalInt.empty() : OptionalInt.of(managementPort);
  }

  /** Bytes that the requests in progress hold of the memory for bodies. */
  public long bytesInFlight() {
    return version.memory().held();
  }

  /** The bound port. */
  public int port() {
    return server.port();
  }

  /** The bound port of the listener that settings name so. */
  public int port(String listener) {
    return server.port(listener);
  }

  /** The bound port for TLS, empty if there is no certificate. */
  public OptionalInt tlsPort() {
    return hosts.isEmpty() ? OptionalInt.empty() : OptionalInt.of(server.port(Listener.TLS));
  }

  /**
   * Stops the service: it says that it is not ready, running requests are finished within the grace
   * period, connections on which nothing happens are closed at once, shared resources are closed.
   * Does nothing if it is stopped already.
   */
  public void stop() {
    finish();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "the process is ending already", e);
    }
  }

  private synchronized void finish() {
    if (stopped) {
      return;
    }
    stopped = true;
    version.endCompanions();
    readiness.end();
    connections.announceStop();
    try {
      Thread.sleep(settings.stopNotice());
      stopListener();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connections.close();
    hosts.close();
    LOG.log(System.Logger.Level.INFO, "stopped");
    version.close();
  }

  /** Helidon closes the port and waits for connections, which end themselves meanwhile. */
  private void stopListener() throws InterruptedException {
    Thread listener = Thread.ofVirtual().name("gateway-listener-stop").start(server::stop);
    connections.drain(server.prototype().shutdownGracePeriod(), listener::isAlive);
    listener.join();
  }
}
