package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.token.KeysUnavailableException;
import io.gatemason.runtime.auth.token.TokenPattern;
import io.gatemason.runtime.auth.token.TokenRefusedException;
import io.gatemason.runtime.auth.token.TokenRefusedException.Reason;
import io.gatemason.runtime.auth.token.UserPools;
import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.policy.AccessPolicy;
import io.gatemason.runtime.policy.AccessRequest;
import io.gatemason.runtime.policy.Action;
import io.gatemason.runtime.policy.Caller;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An authorizer of Cognito user pools: a token of one of them proves who calls, and the API's
 * policy, if it has one, then has to allow the call (docs/behaviour/authorization.md#user-pools).
 * Safe for concurrent use.
 */
public final class UserPoolAuthorizer {
  private final UserPools pools;
  private final String header;
  private final Predicate<String> audience;
  private final StageAccess access;

  private UserPoolAuthorizer(
      UserPools pools, String header, Predicate<String> audience, StageAccess access) {
    this.pools = pools;
    this.header = header;
    this.audience = audience;
    this.access = access;
  }

  /**
   * The authorizer of these pools.
   *
   * @param header the header that the token is in
   * @param arns the ARNs of the pools
   */
  public static UserPoolAuthorizer of(AuthServices services, String header, String... arns) {
    return new UserPoolAuthorizer(
        services.issuers().userPools(List.of(arns)),
        header,
        audience -> true,
        services.guardedBy(ids(arns) + " (COGNITO_USER_POOLS)"));
  }

  private static String ids(String... arns) {
    return Stream.of(arns)
        .map(arn -> arn.substring(arn.lastIndexOf('/') + 1))
        .collect(Collectors.joining("+"));
  }

  /** The same, for ID tokens whose audience an expression matches as a whole. */
  public UserPoolAuthorizer withAudience(String expression) {
    TokenPattern pattern = TokenPattern.of(expression);
    return new UserPoolAuthorizer(pools, header, pattern::matches, access);
  }

  /** The same, beside the policy of the API. */
  public UserPoolAuthorizer withPolicy(AccessPolicy policy) {
    return new UserPoolAuthorizer(pools, header, audience, access.with(policy));
  }

  /**
   * Lets the request pass if it has a token, and the API's policy allows the call.
   *
   * @param scopes of which the token has to have one; none for ID tokens
   * @throws GatewayFailure UNAUTHORIZED, ACCESS_DENIED, or AUTHORIZER_CONFIGURATION_ERROR if no
   *     keys of the pools can be had
   */
  public void authorize(Exchange exchange, List<String> scopes) {
    exchange
        .record()
        .measure(
            Phase.AUTHORIZER,
            () -> exchange.context().authorizer(Map.of("claims", claims(exchange, scopes))));
    if (access.hasPolicy()) {
      exchange.record().measure(Phase.AUTHORIZE, () -> judge(exchange));
    }
  }

  private void judge(Exchange exchange) {
    AccessRequest call = access.call(exchange, Caller.ANONYMOUS);
    StageAccess.demand(call, access.resourceVerdict(call));
    exchange
        .context()
        .invalidation(
            () -> access.resourceVerdict(call.withAction(Action.INVALIDATE_CACHE)).allows());
  }

  private Map<String, String> claims(Exchange exchange, List<String> scopes) {
    String token = Credentials.only(exchange, header);
    if (token == null) {
      throw AccessFailures.unauthorized("no token, or more than one");
    }
    try {
      return pools.verify(token, scopes, audience);
    } catch (TokenRefusedException e) {
      throw e.reason() == Reason.EXPIRED
          ? AccessFailures.tokenExpired()
          : AccessFailures.unauthorized(String.valueOf(e.getMessage()));
    } catch (KeysUnavailableException e) {
      throw AccessFailures.authorizerMisconfigured(String.valueOf(e.getMessage()));
    }
  }
}
