package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a web ACL or of a group. Immutable.
 *
 * @param range where it stands
 * @param name its name
 * @param priority the lower, the earlier it is asked
 * @param statement what it looks for; empty if that cannot be read
 * @param action what becomes of requests that match
 * @param override what becomes of what a group of rules decides
 * @param labels what requests are called that match
 */
public record Rule(
    Range range,
    Placed<String> name,
    Placed<Integer> priority,
    Optional<Statement> statement,
    Optional<RuleAction> action,
    Optional<GroupOverride> override,
    List<Placed<String>> labels) {

  /**
   * What becomes of what a group of rules decides.
   *
   * @param range where it stands
   * @param counts whether it is only counted
   */
  public record GroupOverride(Range range, boolean counts) {}

  public Rule {
    labels = List.copyOf(labels);
  }
}
