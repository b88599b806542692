package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.identity.Identities;
import io.gatemason.runtime.auth.identity.Identity;
import io.gatemason.runtime.auth.signature.CallerSigner;
import io.gatemason.runtime.auth.signature.SignatureVerifier;
import io.gatemason.runtime.auth.token.JwtIssuer;
import io.gatemason.runtime.auth.token.UserPools;
import io.gatemason.runtime.aws.RequestSigner;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.function.FunctionInvoker;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.store.EntrySeal;
import io.gatemason.runtime.store.EntryStore;
import io.gatemason.runtime.store.SharedCalls;
import io.gatemason.runtime.store.StateStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What the authorizers of a service share: functions, identities, keys of user pools, and results
 * that are kept. Opened once; safe for concurrent use.
 */
public final class AuthServices {
  private static final System.Logger LOG = System.getLogger(AuthServices.class.getName());

  private final AuthOptions options;
  private final AtomicBoolean warned;
  private final FunctionInvoker functions;
  private final HttpDocuments documents;
  private final Ticker ticker;
  private final WallClock clock;
  private final SignatureVerifier signatures;
  private final AuthorizerResults<AuthorizerResult> results;
  private final SharedCalls<AuthorizerQuestion.Answer> calls;
  private final AuthorizerResults<RouteAuthorizerResult> routeResults;
  private final SharedCalls<RouteAuthorizerResult> routeCalls;
  private final Map<List<String>, JwtIssuer> issuers;
  private final Map<List<String>, UserPools> pools;
  private final Map<String, Set<String>> guards;
  private final Set<String> named;

  /**
   * Sets them up; nobody is asked yet.
   *
   * @param functions invokes the functions of Lambda authorizers, wherever they run
   * @param documents fetches keys
   * @param state keeps what functions said
   * @param seal encrypts what leaves the process; null to leave it as it is
   */
  public AuthServices(
      AuthOptions options,
      FunctionInvoker functions,
      HttpDocuments documents,
      Ticker ticker,
      WallClock clock,
      StateStore state,
      @Nullable EntrySeal seal) {
    this.options = options;
    this.functions = functions;
    this.documents = documents;
    this.ticker = ticker;
    this.clock = clock;
    this.signatures =
        new SignatureVerifier(
            options.identities(),
            options.region(),
            "execute-api",
            clock,
            options.explainsSignatures());
    this.results =
        new AuthorizerResults<>(
            state, "authorizers", new AuthorizerResultCodec(), seal, options.resultBytes());
    this.routeResults =
        new AuthorizerResults<>(
            state,
            "route-authorizers",
            new RouteAuthorizerResult.Codec(),
            seal,
            options.resultBytes());
    this.warned = new AtomicBoolean();
    this.calls = new SharedCalls<>();
    this.routeCalls = new SharedCalls<>();
    this.issuers = new ConcurrentHashMap<>();
    this.pools = new ConcurrentHashMap<>();
    this.guards = new ConcurrentHashMap<>();
    this.named = new ConcurrentSkipListSet<>();
  }

  /** The same for one stage, which remembers what its authorizers are called. */
  private AuthServices(AuthServices shared, Set<String> named) {
    this.options = shared.options;
    this.functions = shared.functions;
    this.documents = shared.documents;
    this.ticker = shared.ticker;
    this.clock = shared.clock;
    this.signatures = shared.signatures;
    this.results = shared.results;
    this.routeResults = shared.routeResults;
    this.warned = shared.warned;
    this.calls = shared.calls;
    this.routeCalls = shared.routeCalls;
    this.issuers = shared.issuers;
    this.pools = shared.pools;
    this.guards = shared.guards;
    this.named = named;
  }

  /** An API's policy, if it has one, of which nothing is said at the start. */
  StageAccess access(@Nullable AccessPolicy policy) {
    return new StageAccess(options.region(), policy);
  }

  /**
   * Access to what an authorizer guards.
   *
   * @param guard its name and kind, for people
   */
  StageAccess guardedBy(String guard) {
    named.add(guard);
    return access(null);
  }

  /** Pools are shared by all authorizers that name the same ones, and so are proven tokens. */
  UserPools userPools(List<String> arns) {
    return pools.computeIfAbsent(arns, this::openPools);
  }

  private UserPools openPools(List<String> arns) {
    String endpoint = options.userPoolEndpoint().get();
    if (endpoint.startsWith("http:")) {
      LOG.log(
          System.Logger.Level.WARNING,
          "keys of the user pools {0} are read from {1}, without TLS",
          String.join(", ", arns),
          endpoint);
    }
    return UserPools.of(arns, endpoint, documents::get, clock, ticker, options.clockSkew());
  }

  /** Issuers are shared by all authorizers that name the same, and so are their keys. */
  JwtIssuer issuer(String name, List<String> audiences) {
    List<String> key = new ArrayList<>(audiences);
    key.addFirst(name);
    return issuers.computeIfAbsent(
        key,
        any -> JwtIssuer.of(name, audiences, this::trusted, clock, ticker, options.clockSkew()));
  }

  private byte[] trusted(String url, int maximumBytes, int timeoutMillis) throws IOException {
    if (!TrustedAddress.is(url)) {
      throw new IOException(url + " is neither https nor of this machine");
    }
    return documents.get(url, maximumBytes, timeoutMillis);
  }

  EntryStore<RouteAuthorizerResult> routeResults(ApiInfo stage) {
    return routeResults.of(stage);
  }

  SharedCalls<RouteAuthorizerResult> routeCalls() {
    return routeCalls;
  }

  /** Says so if nobody is known who could sign a call. */
  void warnOfUnknownIdentities() {
    if (options.identities().equals(Identities.NONE) && warned.compareAndSet(false, true)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "methods with AWS_IAM authorization answer 403 to everybody: neither"
              + " gateway.iam.identities-file nor gateway.iam.key-service.url is set");
    }
  }

  /** Whether anybody is known who could sign a call. */
  public boolean knowsIdentities() {
    return !options.identities().equals(Identities.NONE);
  }

  /** Judges policies that stand before an API. */
  public EntranceGuard entranceGuard() {
    return new EntranceGuard(signatures, access(null));
  }

  /** Signs as somebody whose signature was verified. */
  RequestSigner signerAs(Identity caller) {
    return new CallerSigner(caller, options.identities(), clock);
  }

  SignatureVerifier signatures() {
    return signatures;
  }

  FunctionInvoker functions() {
    return functions;
  }

  int timeoutMillis() {
    return options.timeoutMillis();
  }

  /** The same, with room for what functions say in a stage. */
  public AuthServices in(ApiInfo stage) {
    results.of(stage);
    return new AuthServices(
        this,
        guards.computeIfAbsent(
            guarded(stage.apiId(), stage.stage()), any -> new ConcurrentSkipListSet<>()));
  }

  /** Names and kinds of what judges callers in a stage; empty if nothing does. */
  public Set<String> guards(String apiId, String stage) {
    return guards.getOrDefault(guarded(apiId, stage), Set.of());
  }

  private static String guarded(String apiId, String stage) {
    return apiId + "/" + stage;
  }

  /**
   * Forgets what functions said in a stage, in all processes that share it.
   *
   * @return false if there is no such stage with authorizers
   */
  public boolean flush(String apiId, String stage) {
    boolean ofRoutes = routeResults.flush(apiId, stage);
    return results.flush(apiId, stage) || ofRoutes;
  }

  EntryStore<AuthorizerResult> results(ApiInfo stage) {
    return results.of(stage);
  }

  SharedCalls<AuthorizerQuestion.Answer> calls() {
    return calls;
  }

  Ticker ticker() {
    return ticker;
  }
}
