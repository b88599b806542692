package io.gatemason.runtime.auth;

import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.function.FunctionCall;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.LambdaFunction;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.policy.MethodArn;
import org.jspecify.annotations.Nullable;

/**
 * What an authorizer function is asked, and its answer
 * (docs/behaviour/authorization.md#lambda-authorizers). Safe for concurrent use.
 *
 * @param name the authorizer's name
 * @param function the ARN of what to ask, stage variables filled in
 * @param identity what tells callers apart
 * @param role the IAM role that asks; null for the gateway itself
 */
record AuthorizerQuestion(
    AuthServices services,
    String name,
    String function,
    CallerIdentity identity,
    @Nullable String role) {

  /** What was asked, and how long the answer took. */
  record Answer(AuthorizerResult result, long millis) {}

  /** The same, for tokens that an expression matches. */
  AuthorizerQuestion validatedBy(String expression) {
    return new AuthorizerQuestion(services, name, function, identity.validatedBy(expression), role);
  }

  /** The same, asked by an IAM role. */
  AuthorizerQuestion withCredentials(String roleArn) {
    return new AuthorizerQuestion(services, name, function, identity, roleArn);
  }

  /**
   * Asks the function about a request.
   *
   * @throws GatewayFailure UNAUTHORIZED or AUTHORIZER_CONFIGURATION_ERROR
   */
  Answer ask(Exchange exchange, MethodArn arn) {
    long start = services.ticker().nanos();
    byte[] event = identity.event(exchange, arn.text());
    LambdaFunction named = LambdaFunction.parse(function);
    AuthorizerLines.asks(exchange, named, event, identity.shown(exchange));
    FunctionResult returned;
    long began = exchange.record().millis();
    try {
      LambdaFunction timed = named.withTimeoutMillis(services.timeoutMillis());
      LambdaFunction asked = role == null ? timed : timed.withCredentials(role);
      returned =
          services.functions().invoke(FunctionCall.of(exchange, asked, Payload.of(event), false));
    } catch (GatewayFailure | ExchangeFailure e) {
      throw AccessFailures.authorizerMisconfigured(String.valueOf(e.getMessage()));
    }
    byte[] document = returned.payload().bytes();
    AuthorizerLines.said(exchange, document);
    ContextSlots context = exchange.context();
    context.set(
        ContextVariable.AUTHORIZER_INTEGRATION_LATENCY,
        Long.toString(exchange.record().millis() - began));
    context.set(ContextVariable.AUTHORIZER_INTEGRATION_STATUS, "200");
    context.set(ContextVariable.AUTHORIZER_REQUEST_ID, orNull(returned.requestId()));
    if (returned.failed()) {
      throw AuthorizerDocument.saysUnauthorized(document)
          ? AccessFailures.unauthorized("the authorizer said so")
          : AccessFailures.authorizerMisconfigured("the function ended with an error");
    }
    try {
      AuthorizerResult result = AuthorizerResult.read(document);
      return new Answer(result, (services.ticker().nanos() - start) / 1_000_000L);
    } catch (IllegalArgumentException e) {
      throw AccessFailures.authorizerMisconfigured("Invalid JSON in response: " + e.getMessage());
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
