package io.gatemason.runtime.auth;

import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Action;
import io.gatemason.runtime.policy.Caller;

/**
 * The policy of an API for methods that nothing else guards: it has to allow the anonymous call
 * (docs/behaviour/authorization.md#resource-policies). Safe for concurrent use.
 */
public final class PolicyAuthorization {
  private final StageAccess access;

  PolicyAuthorization(StageAccess access) {
    this.access = access;
  }

  /** The authorization by {@code policy}. */
  public static PolicyAuthorization of(AuthServices services, AccessPolicy policy) {
    return new PolicyAuthorization(services.guardedBy("resource policy").with(policy));
  }

  /**
   * Lets the request pass if the policy allows it.
   *
   * @throws GatewayFailure ACCESS_DENIED
   */
  public void authorize(Exchange exchange) {
    exchange.record().measure(Phase.AUTHORIZE, () -> judge(exchange));
  }

  private void judge(Exchange exchange) {
    AccessRequest call = access.call(exchange, Caller.ANONYMOUS);
    StageAccess.demand(call, access.resourceVerdict(call));
    exchange
        .context()
        .invalidation(
            () -> access.resourceVerdict(call.withAction(Action.INVALIDATE_CACHE)).allows());
  }
}
