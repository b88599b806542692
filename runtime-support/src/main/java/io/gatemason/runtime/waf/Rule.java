package io.gatemason.runtime.waf;

import org.jspecify.annotations.Nullable;

/**
 * A rule of a web ACL or of a group. Safe for concurrent use.
 *
 * @see MatchRule
 * @see GroupRule
 */
public abstract sealed class Rule permits MatchRule, GroupRule {
  private final String name;

  Rule(String name) {
    this.name = name;
  }

  /** A rule that does something with the requests that match. */
  public static MatchRule of(String name, Condition condition, Action action) {
    return new MatchRule(name, condition, action);
  }

  /** A rule that asks those of a group. */
  public static GroupRule group(String name, RuleGroup group) {
    return new GroupRule(name, group);
  }

  /** The rule's name. */
  public final String name() {
    return name;
  }

  /** How the rule ends the judgement, null if it does not. */
  abstract @Nullable Ending judge(Inspection request, Trail trail);

  /**
   * The end of a judgement.
   *
   * @param rule the name of the rule in the web ACL
   * @param type what kind of rule it is, in the words of logs
   * @param action Allow or Block
   */
  record Ending(String rule, String type, Action action) {}
}
