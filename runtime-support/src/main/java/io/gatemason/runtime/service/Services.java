package io.gatemason.runtime.service;

import io.gatemason.runtime.auth.AuthServices;
import io.gatemason.runtime.auth.EntranceGuard;
import io.gatemason.runtime.auth.HttpDocuments;
import io.gatemason.runtime.aws.AwsSettings;
import io.gatemason.runtime.cache.StageCaches;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.function.FunctionInvoker;
import io.gatemason.runtime.function.RemoteFunctions;
import io.gatemason.runtime.function.host.FunctionDefinition;
import io.gatemason.runtime.function.host.FunctionHost;
import io.gatemason.runtime.integration.AwsBackend;
import io.gatemason.runtime.integration.HttpBackend;
import io.gatemason.runtime.integration.LambdaBackend;
import io.gatemason.runtime.service.WatchedFile.Stamp;
import io.gatemason.runtime.store.EntrySeal;
import io.gatemason.runtime.store.StateStore;
import io.gatemason.runtime.throttle.ApiKey;
import io.gatemason.runtime.throttle.UsagePlan;
import io.gatemason.runtime.throttle.UsagePlans;
import io.gatemason.runtime.transport.BackendClient;
import io.gatemason.runtime.transport.PooledBackendClient;
import io.gatemason.runtime.transport.VpcLinks;
import io.helidon.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all APIs of a service share: backends with their connections, functions. Opened once; safe
 * for concurrent use.
 */
public final class Services implements AutoCloseable {
  private volatile Config config;
  private final BackendClient client;
  private final HttpBackend http;
  private final ClientCertificates certificates;
  private final AwsSettings settings;
  private final AwsAccess aws;
  private final FunctionHost host;
  private final SocketConnections sockets;
  private final Map<String, FunctionInvoker> functions;
  private final StateStore state;
  private final @Nullable EntrySeal seal;
  private final UsagePlans plans;
  private final StageCaches caches;
  private final StateKeeper keeper;
  private final StageSetUp setUp;
  private @Nullable AuthServices auth;

  private Services(
      Config config,
      BackendClient client,
      VpcLinks vpcLinks,
      AwsSettings settings,
      FunctionHost host,
      CallbackPlace place,
      Map<String, FunctionInvoker> functions,
      StateStore state,
      UsagePlans plans,
      Optional<WatchedFile> keyFile) {
    this.config = config;
    this.client = client;
    this.http = new HttpBackend(client, vpcLinks);
    this.certificates = new ClientCertificates(vpcLinks);
    this.settings = settings;
    this.aws = new AwsAccess(client, settings);
    this.host = host;
    this.functions = new HashMap<>(functions);
    this.functions.putAll(host.functions());
    this.plans = plans;
    this.state = state;
    this.seal = StateSettings.seal(config);
    this.sockets = new SocketConnections(place, state, seal);
    this.caches = new StageCaches(state, seal, Runtime.getRuntime().maxMemory());
    this.setUp = new StageSetUp(plans, caches, sockets, new SharedWebAcls(settings.region()));
    this.keeper = new StateKeeper(state, plans.keys(), keyFile);
  }

  /** As {@link #open(Config, Map, List)}, without functions that are known at build time. */
  public static Services open(Config config) {
    return open(config, Map.of());
  }

  /** As {@link #open(Config, Map, List)}, without functions that a resource template defines. */
  public static Services open(Config config, Map<String, FunctionInvoker> functions) {
    return open(config, functions, List.of());
  }

  /**
   * Reads the settings {@code gateway.backend} and {@code gateway.vpc-links}; no backend is called
   * yet. Settings of AWS are described at {@link AwsSettings}, those of functions that run in
   * processes of this machine at {@link FunctionHost}.
   *
   * @param functions invokers of the functions, by their bare names, that are not invoked over the
   *     network, unless settings have them run in processes; closing them is the caller's business
   * @param defined functions of resource templates that can run in processes of this machine
   * @throws IllegalArgumentException if a setting is unusable
   * @throws UncheckedIOException if the trust store cannot be read
   */
  public static Services open(
      Config config, Map<String, FunctionInvoker> functions, List<FunctionDefinition> defined) {
    return open(config, functions, defined, List.of(), List.of());
  }

  /**
   * As {@link #open(Config, Map, List)}, with usage plans and API keys of resource templates.
   *
   * @throws UncheckedIOException also if the file of API keys or of usage cannot be read
   */
  public static Services open(
      Config config,
      Map<String, FunctionInvoker> functions,
      List<FunctionDefinition> defined,
      List<UsagePlan> plans,
      List<ApiKey> keys) {
    VpcLinks vpcLinks = new VpcLinks(config, Ticker.system());
    AwsSettings settings = new AwsSettings(config, System::getenv);
    CallbackPlace place = CallbackPlace.of(config, System.getenv());
    FunctionHost host =
        FunctionHost.open(
            config, defined, settings.region(), settings.hasLambdaEndpoint(), place::url);
    StateStore state = StateSettings.open(config);
    Optional<WatchedFile> keyFile =
        ClientSettings.keyFile(config).map(file -> new WatchedFile(file, Stamp.of(file)));
    UsagePlans known = ClientSettings.open(config, state.limits(), plans, keys);
    try {
      BackendClient client = new PooledBackendClient(config);
      return new Services(
          config, client, vpcLinks, settings, host, place, functions, state, known, keyFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The settings of the service. */
  Config config() {
    return config;
  }

  /**
   * Takes over the settings of stages that are set up from now on; nothing else. Those that were
   * set up and do not serve yet never will.
   */
  public void configure(Config changed) {
    config = changed;
    setUp.begin();
  }

  /** What stages get while they are set up. */
  public StageSetUp setUp() {
    return setUp;
  }

  /** The service listens at that port, where functions call connections of WebSocket APIs. */
  public void listening(int port) {
    sockets.listening(port);
  }

  /** The usage plans, with what was used of them. */
  public UsagePlans plans() {
    return plans;
  }

  /** The response caches of all stages. */
  public StageCaches caches() {
    return caches;
  }

  /** The connections to HTTP backends as they are now, those with certificates of stages aside. */
  public BackendClient.PoolState backendConnections() {
    return client.pool();
  }

  /** Calls HTTP backends, for a stage with its certificate. */
  HttpBackend http(ApiInfo stage) {
    return certificates.of(config, ConfiguredStage.stage(config, stage), http);
  }

  /** Invokes functions. */
  public LambdaBackend lambda() {
    return new LambdaBackend(functions, aws.functions());
  }

  /** Forgets what authorizers said in a stage, in all processes; false if it has none. */
  public boolean flushAuthorizers(String apiId, String stage) {
    return auth().flush(apiId, stage);
  }

  /** Names and kinds of what judges callers in a stage; empty if nothing does. */
  public synchronized Set<String> guards(String apiId, String stage) {
    return auth == null ? Set.of() : auth.guards(apiId, stage);
  }

  /** What authorizers share; made when first asked for. */
  synchronized AuthServices auth() {
    AuthServices known = auth;
    if (known == null) {
      RemoteFunctions remote = aws.functions();
      HttpDocuments documents = new HttpDocuments(client);
      known =
          new AuthServices(
              new AuthSettings(config, settings)
                  .options(documents, Ticker.system(), WallClock.system()),
              call -> functions.getOrDefault(call.function().name(), remote).invoke(call),
              documents::get,
              Ticker.system(),
              WallClock.system(),
              state,
              seal);
      auth = known;
    }
    return known;
  }

  /** Calls AWS services. */
  public AwsBackend aws() {
    return aws.services();
  }

  /** Judges policies that stand before an API. */
  public EntranceGuard entranceGuard() {
    return auth().entranceGuard();
  }

  /** Ends the processes of functions and closes all connections; calls in progress fail. */
  @Override
  public void close() {
    sockets.close();
    host.close();
    client.close();
    certificates.close();
    keeper.close();
  }
}
