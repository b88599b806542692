package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.identity.Identities;
import io.gatemason.runtime.auth.identity.Identity;
import io.gatemason.runtime.auth.signature.CallerSigner;
import io.gatemason.runtime.auth.signature.SignatureVerifier;
import io.gatemason.runtime.auth.token.DocumentFetch;
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

  private final Shared shared;
  private final Set<String> named;

  /**
   * What is the same for all stages.
   *
   * @param warned whether it was said that nobody is known who could sign a call
   * @param guards what authorizers are called, by stage
   */
  private record Shared(
      AuthOptions options,
      AtomicBoolean warned,
      FunctionInvoker functions,
      TokenIssuers issuers,
      Ticker ticker,
      WallClock clock,
      SignatureVerifier signatures,
      AuthorizerResults<AuthorizerResult> results,
      SharedCalls<AuthorizerQuestion.Answer> calls,
      AuthorizerResults<RouteAuthorizerResult> routeResults,
      SharedCalls<RouteAuthorizerResult> routeCalls,
      Map<String, Set<String>> guards) {}

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
      DocumentFetch documents,
      Ticker ticker,
      WallClock clock,
      StateStore state,
      @Nullable EntrySeal seal) {
    this(
        new Shared(
            options,
            new AtomicBoolean(),
            functions,
            new TokenIssuers(options, documents, clock, ticker),
            ticker,
            clock,
            new SignatureVerifier(
                options.identities(),
                options.region(),
                "execute-api",
                clock,
                options.explainsSignatures()),
            new AuthorizerResults<>(
                state, "authorizers", new AuthorizerResultCodec(), seal, options.resultBytes()),
            new SharedCalls<>(),
            new AuthorizerResults<>(
                state,
                "route-authorizers",
                new RouteAuthorizerResult.Codec(),
                seal,
                options.resultBytes()),
            new SharedCalls<>(),
            new ConcurrentHashMap<>()),
        new ConcurrentSkipListSet<>());
  }

  /**
   * For one stage.
   *
   * @param named what its authorizers are called
   */
  private AuthServices(Shared shared, Set<String> named) {
    this.shared = shared;
    this.named = named;
  }

  /** An API's policy, if it has one, of which nothing is said at the start. */
  StageAccess access(@Nullable AccessPolicy policy) {
    return new StageAccess(shared.options.region(), policy);
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

  /** Who issues the tokens that callers show. */
  TokenIssuers issuers() {
    return shared.issuers;
  }

  EntryStore<RouteAuthorizerResult> routeResults(ApiInfo stage) {
    return shared.routeResults.of(stage);
  }

  SharedCalls<RouteAuthorizerResult> routeCalls() {
    return shared.routeCalls;
  }

  /** Says so if nobody is known who could sign a call. */
  void warnOfUnknownIdentities() {
    if (!knowsIdentities() && shared.warned.compareAndSet(false, true)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "methods with AWS_IAM authorization answer 403 to everybody: neither"
              + " gateway.iam.identities-file nor gateway.iam.key-service.url is set");
    }
  }

  /** Whether anybody is known who could sign a call. */
  public boolean knowsIdentities() {
    return !shared.options.identities().equals(Identities.NONE);
  }

  /** Judges policies that stand before an API. */
  public EntranceGuard entranceGuard() {
    return new EntranceGuard(shared.signatures, access(null));
  }

  /** Signs as somebody whose signature was verified. */
  RequestSigner signerAs(Identity caller) {
    return new CallerSigner(caller, shared.options.identities(), shared.clock);
  }

  SignatureVerifier signatures() {
    return shared.signatures;
  }

  FunctionInvoker functions() {
    return shared.functions;
  }

  int timeoutMillis() {
    return shared.options.timeoutMillis();
  }

  /** The same, with room for what functions say in a stage. */
  public AuthServices in(ApiInfo stage) {
    shared.results.of(stage);
    return new AuthServices(
        shared,
        shared.guards.computeIfAbsent(
            guarded(stage.apiId(), stage.stage()), any -> new ConcurrentSkipListSet<>()));
  }

  /** Names and kinds of what judges callers in a stage; empty if nothing does. */
  public Set<String> guards(String apiId, String stage) {
    return shared.guards.getOrDefault(guarded(apiId, stage), Set.of());
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
    boolean ofRoutes = shared.routeResults.flush(apiId, stage);
    return shared.results.flush(apiId, stage) || ofRoutes;
  }

  EntryStore<AuthorizerResult> results(ApiInfo stage) {
    return shared.results.of(stage);
  }

  SharedCalls<AuthorizerQuestion.Answer> calls() {
    return shared.calls;
  }

  Ticker ticker() {
    return shared.ticker;
  }
}
