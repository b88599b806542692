package io.gatemason.generator.model.service;

import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import java.util.List;

/**
 * A resource of AWS WAF: a web ACL, or a set or group that rules refer to. Immutable.
 *
 * @param id its identity
 * @param range its name in the template
 * @param type {@code WebACL}, {@code RuleGroup}, {@code IPSet} or {@code RegexPatternSet}
 * @param properties as written, functions resolved
 * @param stages the stages that a web ACL guards; none for the others
 */
public record WebAcl(
    ResourceId id, Range range, String type, ObjectNode properties, List<GuardedStage> stages) {

  /**
   * A stage that a web ACL guards.
   *
   * @param range the association
   * @param apiId the API's id in the service
   * @param stage the stage's name
   */
  public record GuardedStage(Range range, String apiId, String stage) {}

  public WebAcl {
    stages = List.copyOf(stages);
  }
}
