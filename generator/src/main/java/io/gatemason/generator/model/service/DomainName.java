package io.gatemason.generator.model.service;

import io.gatemason.generator.model.policy.ResourcePolicy;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * A custom domain name. Immutable.
 *
 * @param name the host, perhaps with {@code *.} in front; with its place
 * @param securityPolicy the name of a TLS policy
 * @param mutualTls which clients may connect; empty for all
 * @param strictAccess whether TLS has to be agreed for the host of the request
 * @param routing what decides on the API of a request
 * @param mappings by base paths
 * @param rules by headers and paths, in the order of the templates
 * @param policy which has to allow calls
 */
public record DomainName(
    Placed<String> name,
    Optional<Placed<String>> securityPolicy,
    Optional<MutualTls> mutualTls,
    boolean strictAccess,
    Routing routing,
    List<ApiMapping> mappings,
    List<RoutingRule> rules,
    Optional<ResourcePolicy> policy) {

  /** What decides on the API of a request. */
  public enum Routing {
    MAPPING_ONLY,
    RULE_ONLY,
    RULE_THEN_MAPPING
  }

  /**
   * Which clients may connect.
   *
   * @param range the setting
   * @param truststoreUri where the certificates of authorities are
   * @param truststoreVersion which version of that object
   */
  public record MutualTls(
      Range range, Placed<String> truststoreUri, Optional<String> truststoreVersion) {}

  public DomainName {
    mappings = List.copyOf(mappings);
    rules = List.copyOf(rules);
  }

  /** A domain of which only mappings and rules are known, as another stack declares it. */
  public static DomainName elsewhere(Placed<String> name) {
    return new DomainName(
        name,
        Optional.empty(),
        Optional.empty(),
        false,
        Routing.RULE_THEN_MAPPING,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** The same with what it leads to. */
  public DomainName leadingTo(List<ApiMapping> newMappings, List<RoutingRule> newRules) {
    return new DomainName(
        name, securityPolicy, mutualTls, strictAccess, routing, newMappings, newRules, policy);
  }
}
