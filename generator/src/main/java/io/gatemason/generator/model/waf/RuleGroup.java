package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Map;

/**
 * Rules that web ACLs use together. Immutable.
 *
 * @param range its name in the template
 * @param name its name
 * @param rules in the order of the template
 * @param bodies bodies of answers, by their keys
 */
public record RuleGroup(
    Range range, Placed<String> name, List<Rule> rules, Map<String, ResponseBody> bodies)
    implements RuleSet {

  public RuleGroup {
    rules = List.copyOf(rules);
    bodies = Map.copyOf(bodies);
  }
}
