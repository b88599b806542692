package io.gatemason.runtime.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A custom domain: where its base paths lead to, and the rules that may be asked before. Immutable;
 * every method that says more gives a new domain. Source: {@code docs/behaviour/domains.md#hosts}.
 */
public final class CustomDomain {
  private final String name;
  private final @Nullable String securityPolicy;
  private final boolean mutualTls;
  private final boolean strict;
  private final @Nullable String policy;
  private final List<Mapping> mappings;
  private final List<RoutingRule> rules;

  /**
   * What a base path leads to.
   *
   * @param basePath without slashes around it, "" for the root
   * @param apiId the API
   * @param stage its stage; null where the next segment of the path names it
   */
  record Mapping(String basePath, String apiId, @Nullable String stage) {}

  private CustomDomain(
      String name,
      @Nullable String securityPolicy,
      boolean mutualTls,
      boolean strict,
      @Nullable String policy,
      List<Mapping> mappings,
      List<RoutingRule> rules) {
    this.name = name;
    this.securityPolicy = securityPolicy;
    this.mutualTls = mutualTls;
    this.strict = strict;
    this.policy = policy;
    this.mappings = mappings;
    this.rules = rules;
  }

  /**
   * A domain that leads nowhere.
   *
   * @param name the host; {@code *} as its first label stands for every first label
   */
  public static CustomDomain of(String name) {
    return new CustomDomain(
        name.toLowerCase(Locale.ROOT), null, false, false, null, List.of(), List.of());
  }

  /**
   * The same with a base path that leads to a stage.
   *
   * @param basePath without slashes around it, "" for all paths that no other mapping fits
   */
  public CustomDomain mapping(String basePath, String apiId, String stage) {
    return with(new Mapping(basePath, apiId, stage));
  }

  /** The same with a base path that leads to an API, whose stage the next segment names. */
  public CustomDomain mapping(String basePath, String apiId) {
    return with(new Mapping(basePath, apiId, null));
  }

  /** The same with a rule that is asked before the mappings. */
  public CustomDomain rule(RoutingRule rule) {
    return new CustomDomain(
        name, securityPolicy, mutualTls, strict, policy, mappings, plus(rules, rule));
  }

  /** The same with versions and cipher suites of TLS by a policy of the managed service. */
  public CustomDomain securityPolicy(String named) {
    return new CustomDomain(name, named, mutualTls, strict, policy, mappings, rules);
  }

  /** The same for clients only whose certificates are trusted. */
  public CustomDomain withMutualTls() {
    return new CustomDomain(name, securityPolicy, true, strict, policy, mappings, rules);
  }

  /** The same for requests only whose host is the one that TLS was agreed for. */
  public CustomDomain strictAccess() {
    return new CustomDomain(name, securityPolicy, mutualTls, true, policy, mappings, rules);
  }

  /** The same for calls only that a policy allows, a document in JSON. */
  public CustomDomain policy(String document) {
    return new CustomDomain(name, securityPolicy, mutualTls, strict, document, mappings, rules);
  }

  /** The policy that calls have to be allowed by, empty if there is none. */
  public Optional<String> policy() {
    return Optional.ofNullable(policy);
  }

  /** The name of a security policy, empty where the usual one counts. */
  public Optional<String> securityPolicy() {
    return Optional.ofNullable(securityPolicy);
  }

  /** Whether clients need a certificate that is trusted. */
  public boolean mutualTls() {
    return mutualTls;
  }

  /** Whether the host has to be the one that TLS was agreed for. */
  boolean strict() {
    return strict;
  }

  /** The host, in lower case. */
  public String name() {
    return name;
  }

  List<Mapping> mappings() {
    return mappings;
  }

  List<RoutingRule> rules() {
    return rules;
  }

  private CustomDomain with(Mapping mapping) {
    return new CustomDomain(
        name, securityPolicy, mutualTls, strict, policy, plus(mappings, mapping), rules);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }
}
