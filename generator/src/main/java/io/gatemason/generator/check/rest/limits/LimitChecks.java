package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import java.util.List;

/** The rules of limits, in order. */
public final class LimitChecks {
  public static final List<ServiceCheck> ALL =
      List.of(
          new PlanStages(),
          new PlanMethods(),
          new KeysInPlans(),
          new PlanQuotas(),
          new KeyValues(),
          new UnplannedMethods(),
          new LimitNumbers(),
          new MethodTargets(),
          new CacheSettings(),
          new CacheKeyNames(),
          new SharedAnswers(),
          new Canaries(),
          new CanaryPromotion());

  private LimitChecks() {}
}
