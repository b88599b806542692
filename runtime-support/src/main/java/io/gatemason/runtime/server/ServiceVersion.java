package io.gatemason.runtime.server;

import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.payload.MemoryBudget;
import io.gatemason.runtime.server.wire.RequestHandler;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One version of a service: what answers its requests, and what is closed when the last of them has
 * ended. Safe for concurrent use.
 */
final class ServiceVersion {
  private static final System.Logger LOG = System.getLogger(ServiceVersion.class.getName());

  private final RequestHandler handler;
  private final MemoryBudget memory;
  private final List<AutoCloseable> resources;
  private final @Nullable URLClassLoader code;
  private final List<AutoCloseable> companions = new ArrayList<>();

  /** The requests in progress, and one more until another version takes over. */
  private final AtomicInteger uses = new AtomicInteger(1);

  /**
   * A version.
   *
   * @param resources what its stages share
   * @param code what its classes were loaded by, if that ends with it
   */
  private ServiceVersion(
      RequestHandler handler,
      MemoryBudget memory,
      List<AutoCloseable> resources,
      @Nullable URLClassLoader code) {
    this.handler = handler;
    this.memory = memory;
    this.resources = resources;
    this.code = code;
  }

  /**
   * A version that answers by what {@code settings} and {@code apis} say.
   *
   * @param throttle what admits a request before its method is known
   */
  static ServiceVersion of(
      GatewaySettings settings,
      List<AutoCloseable> resources,
      Supplier<ApiDirectory> apis,
      DomainAccess access,
      Consumer<Exchange> throttle,
      Readiness readiness) {
    MemoryBudget memory = MemoryBudget.of(settings.inFlightBytes());
    Overload overload = new Overload(settings.connectionLimits().concurrency());
    GatewayHandler handler =
        new GatewayHandler(
            new Admissions(
                new Admissions.Entrance(apis, settings.limits(), readiness, overload, access)),
            throttle,
            settings.limits(),
            memory,
            settings.trustedProxies(),
            WallClock.system());
    return new ServiceVersion(handler, memory, resources, settings.code());
  }

  RequestHandler handler() {
    return handler;
  }

  MemoryBudget memory() {
    return memory;
  }

  /** Adds what ends before the requests do. */
  synchronized void add(AutoCloseable companion) {
    companions.add(companion);
  }

  /** Answers a request; false if the version has ended already. */
  boolean handles(ClientRequest request, ClientAnswer answer) {
    if (uses.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0) {
      return false;
    }
    try {
      Thread.currentThread().setContextClassLoader(code);
      handler.handle(request, answer);
    } finally {
      leave();
    }
    return true;
  }

  /** Another version has taken over: this one ends with its last request. */
  void retire() {
    endCompanions();
    leave();
  }

  private void leave() {
    if (uses.decrementAndGet() == 0) {
      // By a thread of its own: functions may take seconds to end.
      Thread.ofPlatform().name("gateway-version-end").start(this::close);
    }
  }

  /** Ends what goes on beside the requests. */
  synchronized void endCompanions() {
    companions.forEach(ServiceVersion::close);
    companions.clear();
  }

  /** Closes what requests need. */
  void close() {
    resources.forEach(ServiceVersion::close);
    if (code != null) {
      close(code);
    }
  }

  /** Closes a resource; the log says if that does not work. */
  static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.WARNING, "shared resources could not be closed", e);
    }
  }
}
