package io.gatemason.runtime.server;

import io.gatemason.runtime.domain.DomainTable;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.observe.Observation;
import io.gatemason.runtime.server.setting.SettingNames;
import io.gatemason.runtime.server.setting.StageSettingNames;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.WatchedFile;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The stages in force. When the settings file changes, all stages are set up anew and take over in
 * one step; requests in progress end with the stages that they began with. What services share,
 * such as counters, caches and connections, stays. Source: {@code
 * docs/behaviour/clients.md#changes}.
 */
final class StageGraphs implements Supplier<ApiDirectory>, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(StageGraphs.class.getName());
  private static final long PERIOD_MILLIS = 1_000;
  private static final String ANY = "ANY";
  private static final List<String> VERBS =
      List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

  private GatewaySettings settings;
  private final Observation observation;
  private final Services services;
  private final Function<Services, List<? extends GatewayApi>> apis;
  private final DomainTable domains;
  private volatile ApiDirectory directory;
  private volatile boolean closed;

  private StageGraphs(
      GatewaySettings settings,
      Observation observation,
      Services services,
      Function<Services, List<? extends GatewayApi>> apis,
      DomainTable domains) {
    this.settings = settings;
    this.observation = observation;
    this.services = services;
    this.apis = apis;
    this.domains = domains;
    this.directory = directory(settings);
    takeOver();
  }

  /** The stages that {@code apis} sets up now, and whenever the settings file changes. */
  static StageGraphs of(
      GatewaySettings settings,
      Observation observation,
      Services services,
      Function<Services, List<? extends GatewayApi>> apis,
      DomainTable domains) {
    StageGraphs graphs = new StageGraphs(settings, observation, services, apis, domains);
    settings
        .watched()
        .ifPresent(
            file -> Thread.ofVirtual().name("gatemason-settings").start(() -> graphs.watch(file)));
    return graphs;
  }

  private ApiDirectory directory(GatewaySettings read) {
    List<? extends GatewayApi> stages = apis.apply(services);
    List<ApiInfo> served = stages.stream().map(GatewayApi::info).toList();
    ApiDirectory made = ApiDirectory.of(observation, stages, domains);
    StageSettingNames.check(read.config(), served);
    for (ApiInfo stage : served) {
      if (!stage.servesCanary()) {
        services
            .setUp()
            .withoutEffect(read.config(), stage, (verb, path) -> has(stages, stage, verb, path))
            .forEach(problem -> LOG.log(System.Logger.Level.WARNING, problem));
      }
    }
    return made;
  }

  /** Whether a stage or its canary has a method; {@code *} stands for any verb. */
  private static boolean has(
      List<? extends GatewayApi> stages, ApiInfo stage, String verb, String path) {
    boolean every = verb.equals("*") || verb.equals(ANY);
    List<String> verbs = VERBS.stream().filter(each -> every || each.equals(verb)).toList();
    return stages.stream()
        .filter(api -> api.info().apiId().equals(stage.apiId()))
        .filter(api -> api.info().stage().equals(stage.stage()))
        .flatMap(api -> verbs.stream().flatMap(each -> method(api, each, path)))
        .anyMatch(method -> !verb.equals(ANY) || method.httpMethod().equals(ANY));
  }

  private static Stream<MethodInfo> method(GatewayApi api, String verb, String path) {
    MethodHandler found = api.route(Route.of(verb, path));
    return found != null && found.info().resourcePath().equals(path)
        ? Stream.of(found.info())
        : Stream.empty();
  }

  @Override
  public ApiDirectory get() {
    return directory;
  }

  /** Sets up all stages anew; settings that cannot be used change nothing, and the log says why. */
  void reload() {
    try {
      GatewaySettings changed = settings.again();
      services.configure(changed.config());
      ApiDirectory made = directory(changed);
      SettingNames.check(changed.config());
      directory = made;
      settings = changed;
    } catch (RuntimeException e) {
      services.configure(settings.config());
      LOG.log(
          System.Logger.Level.WARNING,
          "the old settings of stages stay in force, since the changed ones are broken: "
              + Startup.reason(e),
          Startup.isDefect(e) ? e : null);
      return;
    }
    takeOver();
    LOG.log(
        System.Logger.Level.INFO,
        "changed settings of stages are in force; others are read at the next start");
  }

  private void takeOver() {
    services.setUp().commit();
    directory.takeOver();
  }

  private void watch(WatchedFile file) {
    try {
      while (!closed) {
        Thread.sleep(PERIOD_MILLIS);
        switch (file.look()) {
          case CHANGED -> reload();
          case GONE ->
              LOG.log(
                  System.Logger.Level.WARNING,
                  "the old settings of stages stay in force: {0} is gone or empty",
                  file.path());
          case NONE -> {}
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
