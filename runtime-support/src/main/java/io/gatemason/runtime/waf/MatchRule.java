package io.gatemason.runtime.waf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that does something with the requests that match. Safe for concurrent use. */
public final class MatchRule extends Rule {
  private final Condition condition;
  private final Action action;
  private final List<String> labels;

  MatchRule(String name, Condition condition, Action action) {
    this(name, condition, action, List.of());
  }

  private MatchRule(String name, Condition condition, Action action, List<String> labels) {
    super(name);
    this.condition = condition;
    this.action = action;
    this.labels = labels;
  }

  /** The rule, which adds labels to requests that match. */
  public MatchRule labels(String... names) {
    return new MatchRule(name(), condition, action, List.of(names));
  }

  @Override
  @Nullable Ending judge(Inspection request, Trail trail) {
    return judge(request, trail, action);
  }

  /** Judges with the action of whoever uses the group of the rule. */
  @Nullable Ending judge(Inspection request, Trail trail, @Nullable Action instead) {
    if (!condition.matches(request)) {
      return null;
    }
    labels.forEach(request::label);
    Action taken = instead == null ? action : instead;
    trail.insert(taken.inserted());
    if (taken.kind() == Action.Kind.COUNT) {
      trail.counted(name());
      return null;
    }
    return new Ending(name(), condition instanceof RateLimit ? "RATE_BASED" : "REGULAR", taken);
  }
}
