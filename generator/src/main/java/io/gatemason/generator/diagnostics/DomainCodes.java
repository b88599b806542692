package io.gatemason.generator.diagnostics;

import static io.gatemason.generator.diagnostics.Weight.ERROR;
import static io.gatemason.generator.diagnostics.Weight.NOTE;
import static io.gatemason.generator.diagnostics.Weight.WARNING;

/** What is wrong with custom domains and with the endpoints of APIs: GM26xx. */
public enum DomainCodes implements DiagnosticCode {
  GM2601(ERROR, "domain that leads to an unknown stage"),
  GM2602(ERROR, "domain that is no name of a host"),
  /** A base path that a domain cannot have, or has already. */
  GM2603(ERROR, "base path of a domain not allowed"),
  /** A priority that a rule cannot have, or another has. */
  GM2604(ERROR, "priority of a routing rule not allowed"),
  /** A routing rule leads to an API of another kind. */
  GM2605(ERROR, "routing rule to an API that is no REST API"),
  /** A condition that no routing rule can have. */
  GM2606(ERROR, "condition of a routing rule not allowed"),
  /** The domain asks only rules, or only mappings. */
  GM2607(WARNING, "mapping or rule that is never asked"),
  GM2608(ERROR, "unknown security policy"),
  /** A policy with versions of TLS that Java has switched off. */
  GM2609(WARNING, "TLS 1.0 and 1.1 not served"),
  /** Mutual TLS needs the usual security policy. */
  GM2610(ERROR, "mutual TLS with another security policy"),
  /** The default endpoint of an API behind mutual TLS is open. */
  GM2611(WARNING, "way around mutual TLS"),
  /** A stage's certificate for backends has to come from settings. */
  GM2612(NOTE, "client certificate comes from settings"),
  GM2613(ERROR, "private API without a policy"),
  /** One domain leads to WebSocket APIs and to others. */
  GM2614(ERROR, "domain of WebSocket APIs that leads elsewhere too"),
  GM2615(ERROR, "policy of a domain about something else");

  private final Weight weight;
  private final String title;

  DomainCodes(Weight weight, String title) {
    this.weight = weight;
    this.title = title;
  }

  @Override
  public Weight weight() {
    return weight;
  }

  @Override
  public String title() {
    return title;
  }
}
