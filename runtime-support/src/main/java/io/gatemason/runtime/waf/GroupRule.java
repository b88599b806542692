package io.gatemason.runtime.waf;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that asks those of a group (docs/behaviour/web-acls.md#rule-groups). Safe for concurrent
 * use.
 */
public final class GroupRule extends Rule {
  private final RuleGroup group;
  private final Map<String, Action> overrides;
  private final boolean counts;
  private final @Nullable Condition scope;

  GroupRule(String name, RuleGroup group) {
    this(name, group, Map.of(), false, null);
  }

  private GroupRule(
      String name,
      RuleGroup group,
      Map<String, Action> overrides,
      boolean counts,
      @Nullable Condition scope) {
    super(name);
    this.group = group;
    this.overrides = overrides;
    this.counts = counts;
    this.scope = scope;
  }

  /** The rule, where a rule of the group has another action. */
  public GroupRule override(String rule, Action action) {
    Map<String, Action> more = new HashMap<>(overrides);
    more.put(rule, action);
    return new GroupRule(name(), group, more, counts, scope);
  }

  /** The rule, where what the group decides is only counted. */
  public GroupRule counting() {
    return new GroupRule(name(), group, overrides, true, scope);
  }

  /** The rule, which asks the group only about requests that match. */
  public GroupRule within(Condition condition) {
    return new GroupRule(name(), group, overrides, counts, condition);
  }

  @Override
  @Nullable Ending judge(Inspection request, Trail trail) {
    if (scope != null && !scope.matches(request)) {
      return null;
    }
    Trail ofGroup = trail.ofGroup();
    Ending ending = ask(request, ofGroup);
    boolean allowed = ending != null && ending.action().kind() == Action.Kind.ALLOW;
    trail.asked(
        new WebAclOutcome.Group(
            name(), group.name(), ending == null ? "" : ending.rule(), allowed, ofGroup.counted()));
    if (ending == null) {
      return null;
    }
    if (counts) {
      trail.counted(name());
      return null;
    }
    return new Ending(name(), group.isManaged() ? "MANAGED_RULE_GROUP" : "GROUP", ending.action());
  }

  private @Nullable Ending ask(Inspection request, Trail trail) {
    String outer = request.judging(group.labels(request.account()));
    try {
      for (MatchRule rule : group.rules()) {
        Ending ending = rule.judge(request, trail, overrides.get(rule.name()));
        if (ending != null) {
          return ending;
        }
      }
      return null;
    } finally {
      request.judging(outer);
    }
  }
}
