package io.gatemason.runtime.domain;

import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.stage.StagePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the custom domain that a host means: the domain of that name, else the wildcard domain of
 * the labels behind the first (docs/behaviour/domains.md#hosts). Immutable.
 */
public final class DomainTable {
  private final HostTable<DomainRoutes> byHost;
  private final boolean empty;

  /**
   * What a request to a custom domain is for.
   *
   * @param apiId the API
   * @param stage its stage; null where the segment at {@code path().raw()} names it
   * @param path how the path names both
   */
  public record Target(String apiId, @Nullable String stage, StagePath path) {}

  private DomainTable(Map<String, DomainRoutes> byHost) {
    this.byHost = new HostTable<>(byHost);
    this.empty = byHost.isEmpty();
  }

  /** The table of some domains, whose names are unique. */
  public static DomainTable of(List<CustomDomain> domains) {
    Map<String, DomainRoutes> byHost = new HashMap<>();
    domains.forEach(domain -> byHost.put(domain.name(), new DomainRoutes(domain)));
    return new DomainTable(byHost);
  }

  /** Whether there is no domain. */
  public boolean isEmpty() {
    return empty;
  }

  /**
   * The domain of a host, null if it is none.
   *
   * @param host in lower case, without a port
   */
  public @Nullable DomainRoutes find(String host) {
    return byHost.find(host);
  }

  /** What lies behind one domain. */
  public static final class DomainRoutes {
    private final String name;
    private final List<RoutingRule> rules;
    private final Mappings mappings;
    private final boolean mutualTls;
    private final boolean strict;

    private DomainRoutes(CustomDomain domain) {
      this.name = domain.name();
      this.rules =
          domain.rules().stream()
              .sorted((one, other) -> Integer.compare(one.priority(), other.priority()))
              .toList();
      this.mappings = Mappings.of(domain.mappings());
      this.mutualTls = domain.mutualTls();
      this.strict = domain.strict();
    }

    /** The name of the domain, which stands for many hosts where it is a wildcard. */
    public String name() {
      return name;
    }

    /** Whether clients need a certificate that is trusted. */
    public boolean mutualTls() {
      return mutualTls;
    }

    /** Whether the host has to be the one that TLS was agreed for. */
    public boolean strict() {
      return strict;
    }

    /** What a request is for, null if no rule and no mapping fits it. */
    public @Nullable Target find(String path, RequestFields fields) {
      for (RoutingRule rule : rules) {
        Target target = rule.target(path, fields, mappings.severalLevels());
        if (target != null) {
          return target;
        }
      }
      return mappings.find(path);
    }
  }
}
