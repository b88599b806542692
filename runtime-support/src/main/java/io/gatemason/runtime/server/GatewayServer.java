package io.gatemason.runtime.server;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.domain.DomainTable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.OutOfMemory;
import io.gatemason.runtime.management.ManagementListener;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.server.connection.Connections;
import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.service.Services;
import io.helidon.webserver.WebServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A running service. Safe for concurrent use. */
public final class GatewayServer {
  private static final System.Logger LOG = System.getLogger(GatewayServer.class.getName());

  private final WebServer server;
  private final Connections connections;
  private final Readiness readiness;
  private final MemoryBudget memory;
  private final Duration notice;
  private final List<AutoCloseable> resources;
  private final Thread hook;
  private final List<AutoCloseable> companions = new ArrayList<>();
  private boolean stopped;

  private GatewayServer(
      GatewaySettings settings,
      Connections connections,
      Readiness readiness,
      MemoryBudget memory,
      List<AutoCloseable> resources) {
    this.server = Listener.create(settings.config().get("server"), connections);
    this.connections = connections;
    this.readiness = readiness;
    this.memory = memory;
    this.notice = settings.stopNotice();
    this.resources = resources;
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
    StageGraphs graphs =
        StageGraphs.of(settings, observation, services, apis, DomainTable.of(domains));
    GatewayServer started =
        start(settings, List.of(services, observation), graphs, services.plans()::admit);
    started.companions.add(graphs);
    ManagementListener.start(settings.config(), services).ifPresent(started.companions::add);
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
    ApiDirectory directory = ApiDirectory.of(observation, apis, DomainTable.of(domains));
    return start(settings, List.of(resources, observation), () -> directory, exchange -> {});
  }

  private static GatewayServer start(
      GatewaySettings settings,
      List<AutoCloseable> resources,
      Supplier<ApiDirectory> apis,
      Consumer<Exchange> throttle) {
    Providers.check(GatewayServer.class.getClassLoader());
    SettingNames.check(settings.config());
    OutOfMemory.watchThreads();
    MemoryBudget memory = MemoryBudget.of(settings.inFlightBytes());
    Readiness readiness = new Readiness();
    ConnectionLimits limits = settings.connectionLimits();
    GatewayHandler handler =
        new GatewayHandler(
            new Admissions(
                new Admissions.Entrance(
                    apis,
                    settings.limits(),
                    readiness,
                    new Overload(limits.concurrency()),
                    settings.trustedProxies())),
            throttle,
            settings.limits(),
            memory,
            settings.trustedProxies(),
            WallClock.system());
    Connections connections = Connections.of(limits, handler, List.of());
    GatewayServer started = new GatewayServer(settings, connections, readiness, memory, resources);
    started.server.start();
    readiness.begin();
    Runtime.getRuntime().addShutdownHook(started.hook);
    return started;
  }

  /** Bytes that the requests in progress hold of the memory for bodies. */
  public long bytesInFlight() {
    return memory.held();
  }

  /** The bound port. */
  public int port() {
    return server.port();
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
    companions.forEach(GatewayServer::close);
    readiness.end();
    connections.announceStop();
    try {
      Thread.sleep(notice);
      stopListener();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connections.close();
    LOG.log(System.Logger.Level.INFO, "stopped");
    resources.forEach(GatewayServer::close);
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "shared resources could not be closed", e);
    }
  }

  /** Helidon closes the port and waits for connections, which end themselves meanwhile. */
  private void stopListener() throws InterruptedException {
    Thread listener = Thread.ofVirtual().name("gateway-listener-stop").start(server::stop);
    connections.drain(server.prototype().shutdownGracePeriod());
    listener.join();
  }
}
