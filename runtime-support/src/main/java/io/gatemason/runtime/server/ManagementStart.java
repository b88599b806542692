package io.gatemason.runtime.server;

import io.gatemason.runtime.client.ClientAnswer;
import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.console.ConsoleService;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.management.ManagementListener;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.service.Services;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** Starts the listener for those who run a version of a service, if settings want it. */
final class ManagementStart {
  private static final System.Logger LOG = System.getLogger(ManagementStart.class.getName());

  private ManagementStart() {}

  /**
   * Starts it. A version that serves already keeps doing so without it.
   *
   * @param port where the service listens
   * @param usual its port before, 0 for none
   * @return its port, 0 without it
   */
  static int start(
      GatewaySettings settings,
      Services services,
      Observation observation,
      StageGraphs graphs,
      ServiceVersion version,
      int port,
      int usual) {
    try {
      Optional<ManagementListener> listener =
          ManagementListener.start(
              settings.config(),
              services,
              observation,
              service(settings, graphs, version, port),
              usual);
      listener.ifPresent(version::add);
      return listener.map(ManagementListener::port).orElse(0);
    } catch (RuntimeException e) {
      if (settings.running() == null) {
        throw e;
      }
      LOG.log(System.Logger.Level.WARNING, "no management listener: {0}", e.getMessage());
      return 0;
    }
  }

  private static ConsoleService service(
      GatewaySettings settings, StageGraphs graphs, ServiceVersion version, int port) {
    Supplier<List<ApiInfo>> stages =
        () -> graphs.get().stages().stream().map(ServedApi::info).toList();
    BiPredicate<ClientRequest, ClientAnswer> requests =
        (request, answer) -> {
          version.handler().handle(request, answer);
          return true;
        };
    return new ConsoleService(
        stages, settings.code() == null ? requests : version::handles, graphs.get().code(), port);
  }
}
