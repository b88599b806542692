package io.gatemason.runtime.server;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.failure.OutOfMemory;
import io.gatemason.runtime.payload.MemoryBudget;
import io.helidon.config.Config;
import io.helidon.webserver.WebServer;
import java.util.List;

/** A running service. Safe for concurrent use. */
public final class GatewayServer {
  private static final System.Logger LOG = System.getLogger(GatewayServer.class.getName());

  private final WebServer server;
  private final MemoryBudget memory;
  private final AutoCloseable resources;
  private final Thread hook;
  private boolean stopped;

  private GatewayServer(WebServer server, MemoryBudget memory, AutoCloseable resources) {
    this.server = server;
    this.memory = memory;
    this.resources = resources;
    this.hook = new Thread(this::finish, "gateway-shutdown");
  }

  /**
   * Starts a service; when this returns its port is bound. The service stops when the process is
   * asked to end.
   *
   * @param resources what the APIs share; closed after the last request when the service stops
   * @param apis the stages of the APIs of the service, at least one
   */
  public static GatewayServer start(
      GatewaySettings settings, AutoCloseable resources, List<? extends GatewayApi> apis) {
    if (apis.isEmpty()) {
      throw new IllegalArgumentException("a service needs an API");
    }
    Providers.check(GatewayServer.class.getClassLoader());
    SettingNames.check(settings.config());
    OutOfMemory.watchThreads();
    List<ServedApi> served = ServedApi.all(apis);
    MemoryBudget memory = MemoryBudget.of(settings.inFlightBytes());
    GatewayHandler handler =
        new GatewayHandler(
            new ApiDirectory(served),
            settings.limits(),
            memory,
            settings.trustedProxies(),
            WallClock.system());
    Config listener = settings.config().get("server");
    GatewayServer started =
        new GatewayServer(Listener.create(listener, settings.limits(), handler), memory, resources);
    started.server.start();
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
   * Stops the service: the port is closed, running requests are finished within the grace period,
   * shared resources are closed. Does nothing if it is stopped already.
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
    server.stop();
    try {
      resources.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "shared resources could not be closed", e);
    }
  }
}
