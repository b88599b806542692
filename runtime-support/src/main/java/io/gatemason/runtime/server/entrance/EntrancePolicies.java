package io.gatemason.runtime.server.entrance;

import io.gatemason.runtime.auth.EntranceGuard;
import io.gatemason.runtime.domain.CustomDomain;
import io.gatemason.runtime.domain.DomainTable.DomainRoutes;
import io.gatemason.runtime.exchange.ContextSlots;
import io.gatemason.runtime.exchange.ContextVariable;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.json.JsonFormatException;
import io.gatemason.runtime.policy.AccessPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Policies that stand before an API: that of the private endpoint that a call comes through, then
 * that of the custom domain that it names (docs/behaviour/domains.md#policies). Safe for concurrent
 * use.
 */
public final class EntrancePolicies {

  private final Map<String, AccessPolicy> ofDomains;
  private final @Nullable EntranceGuard guard;

  private EntrancePolicies(Map<String, AccessPolicy> ofDomains, @Nullable EntranceGuard guard) {
    this.ofDomains = ofDomains;
    this.guard = guard;
  }

  /**
   * The policies of some domains.
   *
   * @param guard who judges them, asked if there are any; null where there is nobody
   * @throws IllegalArgumentException if a policy cannot be used, or judged
   */
  public static EntrancePolicies of(
      List<CustomDomain> domains,
      PrivateEndpoints endpoints,
      @Nullable Supplier<EntranceGuard> guard) {
    Map<String, AccessPolicy> ofDomains = new HashMap<>();
    for (CustomDomain domain : domains) {
      domain.policy().ifPresent(json -> ofDomains.put(domain.name(), policy(domain, json)));
    }
    boolean judged = endpoints.judge() || !ofDomains.isEmpty();
    if (judged && guard == null) {
      throw new IllegalArgumentException("nobody judges policies of endpoints and domains");
    }
    return new EntrancePolicies(
        Map.copyOf(ofDomains), judged && guard != null ? guard.get() : null);
  }

  private static AccessPolicy policy(CustomDomain domain, String json) {
    try {
      return PrivateEndpoint.document(json);
    } catch (JsonFormatException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the policy of " + domain.name() + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** What is done with an exchange before its method is looked for; fails if a policy denies it. */
  public Consumer<Exchange> judge(
      @Nullable PrivateEndpoint endpoint, @Nullable DomainRoutes domain) {
    String name = domain == null ? "" : domain.name();
    AccessPolicy ofDomain = ofDomains.get(name);
    if (endpoint == null && ofDomain == null) {
      return exchange -> {};
    }
    return exchange -> {
      if (endpoint != null) {
        tell(exchange.context(), endpoint);
        AccessPolicy ofEndpoint = endpoint.policy();
        if (ofEndpoint != null) {
          Objects.requireNonNull(guard).requireEndpoint(exchange, ofEndpoint);
        }
      }
      if (ofDomain != null) {
        Objects.requireNonNull(guard).requireDomain(exchange, ofDomain, name);
      }
    };
  }

  private static void tell(ContextSlots context, PrivateEndpoint endpoint) {
    context.set(ContextVariable.IDENTITY_VPC_ID, orNull(endpoint.vpc()));
    context.set(ContextVariable.IDENTITY_VPCE_ID, orNull(endpoint.vpce()));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
