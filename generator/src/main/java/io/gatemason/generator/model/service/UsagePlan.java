package io.gatemason.generator.model.service;

import io.gatemason.generator.model.stage.MethodSettings;
import io.gatemason.generator.model.stage.Throttle;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * Which API keys may call which stages, and how often. Immutable.
 *
 * @param id its identity
 * @param range its name in the template
 * @param name as written, or the logical id
 * @param stages the stages that its keys may call
 * @param throttle the limit of each key
 * @param quota how many requests each key has in a period; empty for any number
 * @param keys the keys that belong to it, of the same template
 */
public record UsagePlan(
    ResourceId id,
    Range range,
    String name,
    List<PlanStage> stages,
    Throttle throttle,
    Optional<Quota> quota,
    List<ResourceId> keys) {

  /**
   * A stage of a plan.
   *
   * @param range the entry
   * @param apiId the API's id in the service
   * @param stage the stage's name
   * @param methods limits of each key for single methods
   */
  public record PlanStage(Range range, String apiId, String stage, List<MethodThrottle> methods) {
    public PlanStage {
      methods = List.copyOf(methods);
    }
  }

  /**
   * The limit of each key for one method.
   *
   * @param range the entry
   * @param method which
   * @param throttle the limit
   */
  public record MethodThrottle(Range range, MethodSettings.Target method, Throttle throttle) {}

  public UsagePlan {
    stages = List.copyOf(stages);
    keys = List.copyOf(keys);
  }
}
