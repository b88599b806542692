package io.gatemason.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Action;
import io.gatemason.runtime.policy.Caller;
import io.gatemason.runtime.policy.MethodArn;
import io.gatemason.runtime.policy.Verdict;
import io.gatemason.runtime.store.EntryStore;
import java.nio.charset.StandardCharsets;
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
  private static final System.Logger LOG = System.getLogger(LambdaAuthorizer.class.getName());
  private static final String UNAUTHORIZED = "Unauthorized";

  private final AuthServices services;
  private final String name;
  private final String function;
  private final CallerIdentity identity;
  private final Duration timeToLive;
  private final StageAccess access;
  private final @Nullable String role;

  private LambdaAuthorizer(
      AuthServices services,
      String name,
      String function,
      CallerIdentity identity,
      Duration timeToLive,
      StageAccess access,
      @Nullable String role) {
    this.services = services;
    this.name = name;
    this.function = function;
    this.identity = identity;
    this.timeToLive = timeToLive;
    this.access = access;
    this.role = role;
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
        name,
        function,
        TokenIdentity.in(header),
        Duration.ofSeconds(seconds),
        services.access(null),
        null);
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
        name,
        function,
        RequestIdentity.of(seconds > 0, sources),
        Duration.ofSeconds(seconds),
        services.access(null),
        null);
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
        name,
        function,
        RequestIdentity.of(true, sources),
        Duration.ZERO,
        services.access(null),
        null);
  }

  /** The same TOKEN authorizer, asked only for tokens that an expression matches as a whole. */
  public LambdaAuthorizer withValidation(String expression) {
    return new LambdaAuthorizer(
        services, name, function, identity.validatedBy(expression), timeToLive, access, role);
  }

  /** The same, asked with the credentials of an IAM role; what this means is a setting. */
  public LambdaAuthorizer withCredentials(String roleArn) {
    return new LambdaAuthorizer(services, name, function, identity, timeToLive, access, roleArn);
  }

  /** The same, beside the policy of the API. */
  public LambdaAuthorizer withPolicy(AccessPolicy policy) {
    return new LambdaAuthorizer(
        services, name, function, identity, timeToLive, access.with(policy), role);
  }

  /**
   * Lets the request pass if the function's policy or the API's allows it.
   *
   * @throws GatewayFailure ACCESS_DENIED, UNAUTHORIZED, or AUTHORIZER_CONFIGURATION_ERROR
   */
  public void authorize(Exchange exchange) {
    exchange.record().measure(Phase.AUTHORIZER, () -> judge(exchange));
  }

  private void judge(Exchange exchange) {
    AccessRequest call = access.call(exchange, Caller.ANONYMOUS);
    Verdict resource = access.resourceVerdict(call);
    if (resource == Verdict.EXPLICIT_DENY) {
      throw StageAccess.denied(call, resource);
    }
    exchange.record().authorizer(name, false);
    AuthorizerLines.begin(exchange, name, identity);
    String key = identity.key(exchange);
    if (key == null) {
      throw AccessFailures.unauthorized("no identity of the caller");
    }
    AuthorizerResult result = result(exchange, key, call.resource());
    Verdict verdict = call.judgedBy(result.policy()).either(resource);
    if (!verdict.allows()) {
      throw AccessFailures.deniedByAuthorizer(verdict == Verdict.EXPLICIT_DENY);
    }
    AuthorizerLines.end(exchange);
    exchange.context().usageIdentifierKey(result.usageIdentifierKey());
    exchange.context().invalidation(() -> mayInvalidate(call, result));
  }

  private boolean mayInvalidate(AccessRequest call, AuthorizerResult result) {
    AccessRequest wish = call.withAction(Action.INVALIDATE_CACHE);
    return wish.judgedBy(result.policy()).either(access.resourceVerdict(wish)).allows();
  }

  private AuthorizerResult result(Exchange exchange, String key, MethodArn arn) {
    if (timeToLive.isZero()) {
      return told(exchange, ask(exchange, arn));
    }
    EntryStore<AuthorizerResult> results = services.results(exchange.api());
    String entry = AuthorizerResults.entry(exchange.api(), name, key);
    AuthorizerResult known = results.get(entry);
    if (known != null) {
      exchange.record().authorizer(name, true);
      return told(exchange, new Answer(known, 0));
    }
    return told(
        exchange,
        services
            .calls()
            .get(
                exchange.api().apiId() + "/" + exchange.api().stage() + "/" + entry,
                () -> {
                  Answer answer = ask(exchange, arn);
                  results.put(entry, answer.result(), timeToLive);
                  return answer;
                }));
  }

  /** What was asked, and how long the answer took. */
  record Answer(AuthorizerResult result, long millis) {}

  private static AuthorizerResult told(Exchange exchange, Answer answer) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>(answer.result().entries());
    entries.put("integrationLatency", answer.millis());
    exchange.context().authorizer(entries);
    return answer.result();
  }

  private Answer ask(Exchange exchange, MethodArn arn) {
    long start = services.ticker().nanos();
    byte[] event = identity.event(exchange, arn.text());
    AuthorizerLines.asks(exchange, function, event, identity.shown(exchange));
    FunctionResult returned;
    try {
      LambdaFunction named =
          LambdaFunction.parse(function).withTimeoutMillis(services.timeoutMillis());
      LambdaFunction asked = role == null ? named : named.withCredentials(role);
      returned =
          services.functions().invoke(FunctionCall.of(exchange, asked, Payload.of(event), false));
    } catch (GatewayFailure | ExchangeFailure e) {
      throw misconfigured(exchange, String.valueOf(e.getMessage()));
    }
    byte[] document = returned.payload().bytes();
    AuthorizerLines.said(exchange, document);
    ContextSlots context = exchange.context();
    context.set(ContextVariable.AUTHORIZER_INTEGRATION_STATUS, "200");
    context.set(ContextVariable.AUTHORIZER_REQUEST_ID, orNull(returned.requestId()));
    if (returned.failed()) {
      throw saysUnauthorized(document)
          ? AccessFailures.unauthorized("the authorizer said so")
          : misconfigured(exchange, "the function ended with an error");
    }
    try {
      AuthorizerResult result = AuthorizerResult.read(document);
      return new Answer(result, (services.ticker().nanos() - start) / 1_000_000L);
    } catch (IllegalArgumentException e) {
      throw misconfigured(exchange, "Invalid JSON in response: " + e.getMessage());
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static boolean saysUnauthorized(byte[] document) {
    try {
      JsonNode error = Json.read(new String(document, StandardCharsets.UTF_8));
      return error.path("errorMessage").asText().equals(UNAUTHORIZED);
    } catch (JsonFormatException e) {
      return false;
    }
  }

  private GatewayFailure misconfigured(Exchange exchange, String detail) {
    GatewayFailure failure = AccessFailures.authorizerMisconfigured(detail);
    LOG.log(
        System.Logger.Level.WARNING,
        "request {0}, authorizer {1}: {2}",
        exchange.ids().requestId(),
        name,
        failure.getMessage());
    return failure;
  }
}
