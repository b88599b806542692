package io.gatemason.runtime.auth;

import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Action;
import io.gatemason.runtime.policy.Caller;
import io.gatemason.runtime.policy.Surroundings.PrivateEndpoint;
import io.gatemason.runtime.policy.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The policy of an API, if it has one, and what else its steps of authorization have in common.
 * Safe for concurrent use.
 */
final class StageAccess {
  private final String region;
  private final @Nullable AccessPolicy policy;

  /** An API in a region, with its policy or without one. */
  StageAccess(String region, @Nullable AccessPolicy policy) {
    this.region = region;
    this.policy = policy;
  }

  /** The same with the policy of the API. */
  StageAccess with(AccessPolicy other) {
    return new StageAccess(region, other);
  }

  /** Whether the API has a policy. */
  boolean hasPolicy() {
    return policy != null;
  }

  /** The call that a request makes. */
  AccessRequest call(Exchange exchange, Caller caller) {
    return new AccessRequest(
        Action.INVOKE,
        CallArn.of(exchange, region),
        caller,
        new ExchangeSurroundings(exchange, endpoint(exchange)));
  }

  /** The private endpoint that the request came through. */
  private static @Nullable PrivateEndpoint endpoint(Exchange exchange) {
    String vpc = exchange.context().text(ContextVariable.IDENTITY_VPC_ID, "");
    String vpce = exchange.context().text(ContextVariable.IDENTITY_VPCE_ID, "");
    return vpc.isEmpty() && vpce.isEmpty()
        ? null
        : new PrivateEndpoint(vpc, vpce, exchange.origin().sourceIp());
  }

  /** What the API's policy says about a call; nothing where there is none. */
  Verdict resourceVerdict(AccessRequest call) {
    return policy == null ? Verdict.IMPLICIT_DENY : call.judgedBy(policy);
  }

  /**
   * Lets a call pass that a verdict allows.
   *
   * @throws GatewayFailure ACCESS_DENIED
   */
  static void demand(AccessRequest call, Verdict verdict) {
    if (!verdict.allows()) {
      throw denied(call, verdict);
    }
  }

  /** The refusal of a call by its caller's or the API's policy. */
  static GatewayFailure denied(AccessRequest call, Verdict verdict) {
    String arn = call.caller().arn();
    return AccessFailures.denied(
        arn.isEmpty() ? "anonymous" : arn,
        call.action().text(),
        call.resource().masked(),
        verdict == Verdict.EXPLICIT_DENY);
  }
}
