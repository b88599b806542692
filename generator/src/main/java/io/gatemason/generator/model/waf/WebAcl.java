package io.gatemason.generator.model.waf;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A web ACL. Immutable.
 *
 * @param range its name in the template
 * @param name its name
 * @param regional whether it is for stages; others are for CloudFront
 * @param defaultAction what becomes of requests about which no rule decides; empty if that cannot
 *     be read
 * @param rules in the order of the template
 * @param bodies bodies of answers, by their keys
 * @param inspected how many bytes of bodies are inspected; empty for as many as usual
 * @param stages the stages that it guards
 * @param logging what it writes; empty if it writes nothing
 */
public record WebAcl(
    Range range,
    Placed<String> name,
    boolean regional,
    Optional<RuleAction> defaultAction,
    List<Rule> rules,
    Map<String, ResponseBody> bodies,
    Optional<Integer> inspected,
    List<GuardedStage> stages,
    Optional<WebAclLogging> logging)
    implements RuleSet {

  /**
   * A stage that a web ACL guards.
   *
   * @param range the association
   * @param apiId the API's id in the service
   * @param stage the stage's name
   */
  public record GuardedStage(Range range, String apiId, String stage) {}

  public WebAcl {
    rules = List.copyOf(rules);
    bodies = Map.copyOf(bodies);
    stages = List.copyOf(stages);
  }

  /** The web ACL, which guards these stages and writes that. */
  public WebAcl with(List<GuardedStage> guarded, Optional<WebAclLogging> written) {
    return new WebAcl(
        range, name, regional, defaultAction, rules, bodies, inspected, guarded, written);
  }
}
