package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.identity.Identity;
import io.gatemason.runtime.auth.signature.SignatureRefusedException;
import io.gatemason.runtime.auth.signature.SignatureVerifier;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Caller;
import io.gatemason.runtime.policy.Verdict;

/**
 * Policies that stand before an API, each of which has to allow a call by itself: that of the
 * private endpoint that it comes through, and that of the custom domain that it names
 * (docs/behaviour/domains.md#policies). Safe for concurrent use.
 */
public final class EntranceGuard {
  private static final String SIGNED = "AWS4-";
  private static final String PRESIGNED = "X-Amz-Signature=";

  private final SignatureVerifier signatures;
  private final StageAccess access;

  EntranceGuard(SignatureVerifier signatures, StageAccess access) {
    this.signatures = signatures;
    this.access = access;
  }

  /**
   * Lets a call pass that the policy of its private endpoint allows.
   *
   * @throws GatewayFailure ACCESS_DENIED
   */
  public void requireEndpoint(Exchange exchange, AccessPolicy policy) {
    require(access.call(exchange, caller(exchange)), policy);
  }

  /**
   * Lets a call pass that the policy of a custom domain allows.
   *
   * @throws GatewayFailure ACCESS_DENIED
   */
  public void requireDomain(Exchange exchange, AccessPolicy policy, String domain) {
    require(access.call(exchange, caller(exchange)).ofDomain(domain), policy);
  }

  private static void require(AccessRequest call, AccessPolicy policy) {
    Verdict verdict = call.judgedBy(policy);
    if (!verdict.allows()) {
      throw StageAccess.denied(call, verdict);
    }
  }

  /** Who has signed the call; its method may ask for more than that, or for nothing. */
  private Caller caller(Exchange exchange) {
    boolean signed =
        exchange.head().inAnyCase("authorization").stream().anyMatch(v -> v.startsWith(SIGNED))
            || exchange.head().rawQuery().contains(PRESIGNED);
    Identity known = signed ? exchange.context().left(Identity.class) : null;
    if (!signed) {
      return Caller.ANONYMOUS;
    }
    try {
      Identity signer = known == null ? signatures.verify(new ExchangeRequest(exchange)) : known;
      exchange.context().leave(Identity.class, signer);
      return signer.caller();
    } catch (SignatureRefusedException e) {
      return Caller.ANONYMOUS;
    }
  }
}
