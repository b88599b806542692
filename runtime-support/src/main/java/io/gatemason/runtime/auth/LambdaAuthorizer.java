package io.gatemason.runtime.auth;

import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Action;
import io.gatemason.runtime.policy.Caller;
import io.gatemason.runtime.policy.MethodArn;
import io.gatemason.runtime.policy.Verdict;
import io.gatemason.runtime.store.EntryStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An authorizer function (docs/behaviour/authorization.md#lambda-authorizers): what the API's
 * policy denies is refused before it is asked; then its policy or the API's has to allow the call.
 * What it returned is kept for its caller. Safe for concurrent use.
 */
public final class LambdaAuthorizer {
  private final AuthServices services;
  private final AuthorizerQuestion question;
  private final Duration timeToLive;
  private final StageAccess access;

  private LambdaAuthorizer(
      AuthServices services, AuthorizerQuestion question, Duration timeToLive, StageAccess access) {
    this.services = services;
    this.question = question;
    this.timeToLive = timeToLive;
    this.access = access;
  }

  /**
   * A TOKEN authorizer.
   *
   * @param name its name, different from those of the API's other authorizers
   * @param function the ARN of what to ask, stage variables filled in
   * @param header the header that the token is in
   * @param seconds how long an answer is kept; 0 for not at all
   */
  public static LambdaAuthorizer token(
      AuthServices services, String name, String function, String header, int seconds) {
    return new LambdaAuthorizer(
        services,
        new AuthorizerQuestion(services, name, function, TokenIdentity.in(header), null),
        Duration.ofSeconds(seconds),
        services.guardedBy(name + " (TOKEN)"));
  }

  /**
   * A REQUEST authorizer.
   *
   * @param name its name, different from those of the API's other authorizers
   * @param function the ARN of what to ask, stage variables filled in
   * @param seconds how long an answer is kept; 0 for not at all
   * @param sources mapping expressions of what tells callers apart
   */
  public static LambdaAuthorizer request(
      AuthServices services, String name, String function, int seconds, String... sources) {
    return new LambdaAuthorizer(
        services,
        new AuthorizerQuestion(
            services, name, function, RequestIdentity.of(seconds > 0, sources), null),
        Duration.ofSeconds(seconds),
        services.guardedBy(name + " (REQUEST)"));
  }

  /**
   * The REQUEST authorizer of a WebSocket API's handshakes: every source has to have a value, and
   * nothing is kept (docs/behaviour/websocket.md#authorization).
   *
   * @param name its name
   * @param function the ARN of what to ask, stage variables filled in
   * @param sources mapping expressions of what tells callers apart
   */
  public static LambdaAuthorizer connect(
      AuthServices services, String name, String function, String... sources) {
    return new LambdaAuthorizer(
        services,
        new AuthorizerQuestion(services, name, function, RequestIdentity.of(true, sources), null),
        Duration.ZERO,
        services.guardedBy(name + " (REQUEST)"));
  }

  /** The same TOKEN authorizer, asked only for tokens that an expression matches as a whole. */
  public LambdaAuthorizer withValidation(String expression) {
    return new LambdaAuthorizer(services, question.validatedBy(expression), timeToLive, access);
  }

  /** The same, asked with the credentials of an IAM role; what this means is a setting. */
  public LambdaAuthorizer withCredentials(String roleArn) {
    return new LambdaAuthorizer(services, question.withCredentials(roleArn), timeToLive, access);
  }

  /** The same, beside the policy of the API. */
  public LambdaAuthorizer withPolicy(AccessPolicy policy) {
    return new LambdaAuthorizer(services, question, timeToLive, access.with(policy));
  }

  /**
   * Lets the request pass if the function's policy or the API's allows it.
   *
   * @throws GatewayFailure ACCESS_DENIED, UNAUTHORIZED, or AUTHORIZER_CONFIGURATION_ERROR
   */
  public void authorize(Exchange exchange) {
    AccessRequest call = access.call(exchange, Caller.ANONYMOUS);
    Verdict resource = access.resourceVerdict(call);
    AuthorizerResult[] said = new AuthorizerResult[1];
    if (resource != Verdict.EXPLICIT_DENY) {
      exchange.record().measure(Phase.AUTHORIZER, () -> said[0] = said(exchange, call.resource()));
    }
    exchange.record().measure(Phase.AUTHORIZE, () -> judge(call, resource, said[0]));
    AuthorizerResult result = said[0];
    AuthorizerLines.end(exchange);
    exchange.context().usageIdentifierKey(result.usageIdentifierKey());
    exchange.context().invalidation(() -> mayInvalidate(call, result));
  }

  private AuthorizerResult said(Exchange exchange, MethodArn method) {
    exchange.record().authorizer(question.name(), false);
    AuthorizerLines.begin(exchange, question.name(), question.identity());
    String key = question.identity().key(exchange);
    if (key == null) {
      throw AccessFailures.unauthorized("no identity of the caller");
    }
    return result(exchange, key, method);
  }

  /** Decides by what the function said; it was not asked where the API's policy denies the call. */
  private static void judge(AccessRequest call, Verdict resource, @Nullable AuthorizerResult said) {
    if (said == null) {
      throw StageAccess.denied(call, resource);
    }
    Verdict verdict = call.judgedBy(said.policy()).either(resource);
    if (!verdict.allows()) {
      throw AccessFailures.deniedByAuthorizer(verdict == Verdict.EXPLICIT_DENY);
    }
  }

  private boolean mayInvalidate(AccessRequest call, AuthorizerResult result) {
    AccessRequest wish = call.withAction(Action.INVALIDATE_CACHE);
    return wish.judgedBy(result.policy()).either(access.resourceVerdict(wish)).allows();
  }

  private AuthorizerResult result(Exchange exchange, String key, MethodArn arn) {
    if (timeToLive.isZero()) {
      return told(exchange, question.ask(exchange, arn));
    }
    EntryStore<AuthorizerResult> results = services.results(exchange.api());
    String entry = AuthorizerResults.entry(exchange.api(), question.name(), key);
    AuthorizerResult known = results.get(entry);
    if (known != null) {
      exchange.record().authorizer(question.name(), true);
      return told(exchange, new AuthorizerQuestion.Answer(known, 0));
    }
    return told(
        exchange,
        services
            .calls()
            .get(
                exchange.api().apiId() + "/" + exchange.api().stage() + "/" + entry,
                () -> {
                  long generation = results.generation();
                  AuthorizerQuestion.Answer answer = question.ask(exchange, arn);
                  results.put(entry, answer.result(), timeToLive, generation);
                  return answer;
                }));
  }

  private static AuthorizerResult told(Exchange exchange, AuthorizerQuestion.Answer answer) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>(answer.result().entries());
    entries.put("integrationLatency", answer.millis());
    exchange.context().authorizer(entries);
    return answer.result();
  }
}
