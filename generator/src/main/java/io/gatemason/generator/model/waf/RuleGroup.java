package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules that web ACLs use together. Immutable.
 *
 * @param range its name in the template
 * @param name its name
 * @param rules in the order of the template
 * @param bodies bodies of answers, by their keys
 * @param capacity how many of a web ACL's capacity units it takes
 */
public record RuleGroup(
    Range range,
    Placed<String> name,
    List<Rule> rules,
    Map<String, ResponseBody> bodies,
    Optional<Placed<Integer>> capacity)
    implements RuleSet {

  public RuleGroup {
    rules = List.copyOf(rules);
    bodies = Map.copyOf(bodies);
  }
}
