package io.gatemason.runtime.waf;

import java.util.List;

/**
 * Rules that web ACLs use together, in the order in which they are asked. Each use has an object of
 * its own, with counters of its own. Safe for concurrent use.
 */
public final class RuleGroup {
  private final String name;
  private final boolean managed;
  private final List<MatchRule> rules;

  private RuleGroup(String name, boolean managed, List<MatchRule> rules) {
    this.name = name;
    this.managed = managed;
    this.rules = rules;
  }

  /** A group of the service's own. */
  public static RuleGroup of(String name, MatchRule... rules) {
    return new RuleGroup(name, false, List.of(rules));
  }

  /**
   * A group that the managed service offers.
   *
   * @param label how its labels name it
   */
  public static RuleGroup managed(String label, List<MatchRule> rules) {
    return new RuleGroup(label, true, List.copyOf(rules));
  }

  String name() {
    return name;
  }

  boolean isManaged() {
    return managed;
  }

  List<MatchRule> rules() {
    return rules;
  }

  /** How labels of its rules begin. */
  String labels(String account) {
    return managed
        ? "awswaf:managed:aws:" + name + ":"
        : "awswaf:" + account + ":rulegroup:" + name + ":";
  }
}
