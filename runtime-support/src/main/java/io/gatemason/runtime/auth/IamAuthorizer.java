package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.identity.Identity;
import io.gatemason.runtime.auth.signature.SignatureRefusedException;
import io.gatemason.runtime.aws.RequestSigner;
import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.GatewayResponseType;
import io.gatemason.runtime.function.event.EventAuthorizer;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Action;
import io.gatemason.runtime.policy.Caller;
import io.gatemason.runtime.policy.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signed calls: a signature proves who calls, and the caller's policies and the API's decide
 * together (docs/behaviour/authorization.md#signatures). Safe for concurrent use.
 */
public final class IamAuthorizer {
  private static final String NO_SIGNATURE =
      "The request for the IAM authorizer does not match the format API Gateway expects";

  private final AuthServices services;
  private final StageAccess access;

  private IamAuthorizer(AuthServices services, StageAccess access) {
    this.services = services;
    this.access = access;
  }

  /** Signed calls of an API without a policy. */
  public static IamAuthorizer of(AuthServices services) {
    services.warnOfUnknownIdentities();
    return new IamAuthorizer(services, services.guardedBy("AWS_IAM"));
  }

  /** The same, beside the policy of the API. */
  public IamAuthorizer withPolicy(AccessPolicy policy) {
    return new IamAuthorizer(services, access.with(policy));
  }

  /**
   * Lets the request pass if it is rightly signed by somebody who may call the method.
   *
   * @throws GatewayFailure MISSING_AUTHENTICATION_TOKEN, INVALID_SIGNATURE, EXPIRED_TOKEN, or
   *     ACCESS_DENIED
   */
  public void authorize(Exchange exchange) {
    Identity identity = signer(exchange);
    tell(exchange.context(), identity);
    if (exchange.api().httpApi()) {
      exchange
          .context()
          .leave(EventAuthorizer.class, new EventAuthorizer("iam", members(identity)));
    }
    AccessRequest call = access.call(exchange, identity.caller());
    exchange
        .record()
        .measure(
            Phase.AUTHORIZE, () -> StageAccess.demand(call, verdict(exchange, call, identity)));
    exchange.context().leave(RequestSigner.class, services.signerAs(identity));
    exchange
        .context()
        .invalidation(
            () -> verdict(exchange, call.withAction(Action.INVALIDATE_CACHE), identity).allows());
  }

  /**
   * Lets a call of {@code @connections} pass if it is rightly signed by somebody who may manage
   * connections (docs/behaviour/websocket.md#callbacks). Policies may name the connection or not.
   *
   * @throws GatewayFailure as {@link #authorize}
   */
  public void manage(Exchange exchange) {
    Identity identity = signer(exchange);
    tell(exchange.context(), identity);
    AccessRequest whole =
        access.call(exchange, identity.caller()).withAction(Action.MANAGE_CONNECTIONS);
    AccessRequest shorter = whole.withoutLastSegment();
    Verdict verdict = whole.judgedBy(identity.policy()).either(shorter.judgedBy(identity.policy()));
    if (!verdict.allows() || !identity.caller().isOf(exchange.api().accountId())) {
      throw StageAccess.denied(whole, verdict);
    }
  }

  /** In one account either side may allow; of another account both sides have to. */
  private Verdict verdict(Exchange exchange, AccessRequest call, Identity identity) {
    Verdict own = call.judgedBy(identity.policy());
    Verdict resource = access.resourceVerdict(call);
    return identity.caller().isOf(exchange.api().accountId())
        ? own.either(resource)
        : own.both(resource);
  }

  private Identity signer(Exchange exchange) {
    Identity[] found = new Identity[1];
    exchange.record().measure(Phase.AUTHENTICATE, () -> found[0] = verified(exchange));
    return found[0];
  }

  private Identity verified(Exchange exchange) {
    try {
      return services.signatures().verify(new ExchangeRequest(exchange));
    } catch (SignatureRefusedException e) {
      if (exchange.api().httpApi()) {
        exchange.context().set(ContextVariable.AUTHORIZER_ERROR, told(e));
      }
      throw failure(e);
    }
  }

  /** What the access log of an HTTP API says of a wrong signature. */
  private static String told(SignatureRefusedException refusal) {
    return switch (refusal.kind()) {
      case MISSING, INCOMPLETE -> NO_SIGNATURE;
      case EXPIRED, INVALID, UNKNOWN -> refusal.text();
    };
  }

  /** The gateway response of a wrong signature. */
  static GatewayFailure failure(SignatureRefusedException refusal) {
    GatewayResponseType type =
        switch (refusal.kind()) {
          case MISSING -> GatewayResponseType.MISSING_AUTHENTICATION_TOKEN;
          case EXPIRED -> GatewayResponseType.EXPIRED_TOKEN;
          case INCOMPLETE, INVALID, UNKNOWN -> GatewayResponseType.INVALID_SIGNATURE;
        };
    return AccessFailures.badSignature(type, refusal.text(), refusal.kind().errorType());
  }

  /** What events of version 2.0 say of the caller. */
  private static Map<String, @Nullable Object> members(Identity identity) {
    Caller caller = identity.caller();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("accessKey", identity.accessKeyId());
    members.put("accountId", caller.accountId());
    members.put("callerId", caller.userId());
    members.put("cognitoIdentity", null);
    members.put("principalOrgId", null);
    members.put("userArn", caller.arn());
    members.put("userId", caller.userId());
    return members;
  }

  private static void tell(ContextSlots context, Identity identity) {
    Caller caller = identity.caller();
    context.set(ContextVariable.IDENTITY_ACCESS_KEY, identity.accessKeyId());
    context.set(ContextVariable.IDENTITY_ACCOUNT_ID, caller.accountId());
    context.set(ContextVariable.IDENTITY_CALLER, caller.userId());
    context.set(ContextVariable.IDENTITY_USER, caller.userId());
    context.set(ContextVariable.IDENTITY_USER_ARN, caller.arn());
  }
}
