package io.gatemason.runtime.waf;

import io.gatemason.runtime.exchange.CallRecord.Phase;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.AccessFailures;
import io.gatemason.runtime.failure.ExchangeFailure;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A web ACL in front of a stage. Safe for concurrent use. What cannot be judged does not pass
 * (docs/behaviour/web-acls.md#failures).
 */
public final class WebAclGuard {
  private final WebAcl acl;
  private final String region;
  private volatile @Nullable String arn;

  /**
   * A guard.
   *
   * @param region the region that the ARN of the web ACL names
   */
  public WebAclGuard(WebAcl acl, String region) {
    this.acl = acl;
    this.region = region;
  }

  /**
   * Whether the web ACL has answered a request, which is then done with; otherwise it goes on.
   *
   * @throws GatewayFailure if the request is blocked as the API answers it, or cannot be judged
   */
  public boolean answers(Exchange exchange) {
    exchange.context().set(ContextVariable.WEBACL_ARN, arn(exchange));
    Inspection request = new Inspection(exchange, acl.bodyLimit());
    Trail trail = new Trail();
    exchange.record().measureStatus(Phase.WAF, () -> judge(exchange, request, trail));
    return exchange.answering();
  }

  /** A stage has one account, so that it is always the same. */
  private String arn(Exchange exchange) {
    String known = arn;
    if (known == null) {
      known = acl.arn(region, exchange.api().accountId());
      arn = known;
    }
    return known;
  }

  /** Gives the status that the web ACL wants, 200 for a request that goes on. */
  private int judge(Exchange exchange, Inspection request, Trail trail) {
    Rule.Ending ending = ending(request, trail);
    boolean allowed = ending.action().kind() == Action.Kind.ALLOW;
    exchange.context().set(ContextVariable.WAF_RESPONSE_CODE, allowed ? "WAF_ALLOW" : "WAF_BLOCK");
    CustomResponse response = allowed ? null : ending.action().response();
    exchange.context().leave(WebAclOutcome.class, outcome(exchange, request, trail, ending));
    if (allowed) {
      if (!trail.inserted().isEmpty()) {
        exchange.head().insert(trail.inserted());
      }
      return 200;
    }
    if (response == null) {
      throw AccessFailures.blockedByWebAcl(ending.rule());
    }
    response.send(exchange);
    return response.status();
  }

  private WebAclOutcome outcome(
      Exchange exchange, Inspection request, Trail trail, Rule.Ending ending) {
    boolean allowed = ending.action().kind() == Action.Kind.ALLOW;
    CustomResponse response = ending.action().response();
    return new WebAclOutcome(
        acl.name(),
        arn(exchange),
        ending.rule(),
        ending.type(),
        allowed,
        response == null ? 0 : response.status(),
        trail.counted(),
        trail.groups(),
        allowed ? trail.inserted() : Map.of(),
        request.labels(),
        request.oversized());
  }

  private Rule.Ending ending(Inspection request, Trail trail) {
    try {
      return acl.judge(request, trail);
    } catch (GatewayFailure | ExchangeFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw GatewayFailure.internalError("web ACL " + acl.name() + ": " + e);
    }
  }
}
