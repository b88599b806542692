package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.identity.IdentityHash;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.function.event.EventAuthorizer;
import io.gatemason.runtime.function.event.PayloadFormat;
import io.gatemason.runtime.function.event.ProxyEvent;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Caller;
import io.gatemason.runtime.store.EntryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An authorizer function of an HTTP API (docs/behaviour/http-api.md#functions). What it returned is
 * kept by the values of its identity sources, for all routes that name it. Safe for concurrent use.
 */
public final class RouteAuthorizer {
  private final AuthServices services;
  private final String name;
  private final LambdaFunction function;
  private final PayloadFormat format;
  private final boolean simple;
  private final Duration timeToLive;
  private final List<IdentitySource> sources;

  private RouteAuthorizer(
      AuthServices services,
      String name,
      LambdaFunction function,
      PayloadFormat format,
      boolean simple,
      Duration timeToLive,
      List<IdentitySource> sources) {
    this.services = services;
    this.name = name;
    this.function = function;
    this.format = format;
    this.simple = simple;
    this.timeToLive = timeToLive;
    this.sources = sources;
  }

  /**
   * An authorizer that answers with policies.
   *
   * @param name its name, different from those of the API's other authorizers
   * @param function the ARN of what to ask, stage variables filled in
   * @param format of its events
   * @param seconds how long an answer is kept; 0 for not at all
   * @param sources expressions of what tells callers apart, such as {@code $request.header.X}
   */
  public static RouteAuthorizer of(
      AuthServices services,
      String name,
      String function,
      PayloadFormat format,
      int seconds,
      String... sources) {
    services.guardedBy(name + " (REQUEST)");
    return new RouteAuthorizer(
        services,
        name,
        LambdaFunction.parse(function).withTimeoutMillis(services.timeoutMillis()),
        format,
        false,
        Duration.ofSeconds(seconds),
        Stream.of(sources).map(IdentitySource::of).toList());
  }

  /** The same, answering with decisions. */
  public RouteAuthorizer withSimpleResponses() {
    return new RouteAuthorizer(services, name, function, format, true, timeToLive, sources);
  }

  /** The same, asked with the credentials of an IAM role; what this means is a setting. */
  public RouteAuthorizer withCredentials(String roleArn) {
    return new RouteAuthorizer(
        services, name, function.withCredentials(roleArn), format, simple, timeToLive, sources);
  }

  /**
   * Lets the request pass if the function allows it.
   *
   * @throws GatewayFailure UNAUTHORIZED, ACCESS_DENIED, or AUTHORIZER_CONFIGURATION_ERROR
   */
  public void authorize(Exchange exchange) {
    exchange.record().measure(Phase.AUTHORIZER, () -> judge(exchange));
  }

  private void judge(Exchange exchange) {
    exchange.record().authorizer(name, false);
    List<String> identity = identity(exchange);
    AccessRequest call = services.access(null).call(exchange, Caller.ANONYMOUS);
    RouteAuthorizerResult result = result(exchange, identity, call.resource().text());
    exchange.context().authorizer(result.entries());
    if (!result.allows(call)) {
      throw AccessFailures.deniedByAuthorizer(false);
    }
    exchange
        .context()
        .leave(EventAuthorizer.class, new EventAuthorizer("lambda", result.context()));
  }

  private List<String> identity(Exchange exchange) {
    List<String> identity = new ArrayList<>();
    for (IdentitySource source : sources) {
      List<String> values = source.values(exchange);
      if (values.stream().allMatch(String::isBlank)) {
        throw AccessFailures.unauthorized("no identity of the caller");
      }
      identity.add(String.join(",", values));
    }
    return identity;
  }

  private RouteAuthorizerResult result(Exchange exchange, List<String> identity, String arn) {
    if (timeToLive.isZero() || sources.isEmpty()) {
      return ask(exchange, identity, arn);
    }
    ApiInfo stage = exchange.api();
    EntryStore<RouteAuthorizerResult> results = services.routeResults(stage);
    String entry = AuthorizerResults.entry(stage, name, IdentityHash.of(identity));
    RouteAuthorizerResult known = results.get(entry);
    if (known != null) {
      exchange.record().authorizer(name, true);
    }
    return known != null
        ? known
        : services
            .routeCalls()
            .get(
                stage.apiId() + "/" + stage.stage() + "/" + entry,
                () -> {
                  long generation = results.generation();
                  RouteAuthorizerResult answer = ask(exchange, identity, arn);
                  results.put(entry, answer, timeToLive, generation);
                  return answer;
                });
  }

  private RouteAuthorizerResult ask(Exchange exchange, List<String> identity, String arn) {
    byte[] event = ProxyEvent.ofRouteAuthorizer(exchange, format, arn, identity);
    AuthorizerLines.asks(exchange, function, event, identity);
    FunctionResult returned;
    try {
      returned =
          services
              .functions()
              .invoke(FunctionCall.of(exchange, function, Payload.of(event), false));
    } catch (GatewayFailure | ExchangeFailure e) {
      throw misconfigured(exchange, String.valueOf(e.getMessage()));
    }
    byte[] document = returned.payload().bytes();
    AuthorizerLines.said(exchange, document);
    if (AuthorizerDocument.saysUnauthorized(document)) {
      throw AccessFailures.unauthorized("the authorizer said so");
    }
    if (returned.failed()) {
      throw misconfigured(exchange, "the function ended with an error");
    }
    try {
      return RouteAuthorizerResult.read(document, simple);
    } catch (IllegalArgumentException e) {
      throw misconfigured(exchange, "the function's answer cannot be used: " + e.getMessage());
    }
  }

  private GatewayFailure misconfigured(Exchange exchange, String detail) {
    exchange.context().set(ContextVariable.AUTHORIZER_ERROR, detail);
    return AccessFailures.authorizerMisconfigured(detail);
  }
}
