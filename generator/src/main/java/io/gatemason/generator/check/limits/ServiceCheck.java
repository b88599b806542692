package io.gatemason.generator.check.limits;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import java.util.List;
import java.util.Optional;

/** One rule over a service as a whole. Implementations have no state. */
public interface ServiceCheck {

  /** The rules of limits, in order. */
  List<ServiceCheck> LIMITS =
      List.of(
          new PlanStages(),
          new PlanMethods(),
          new KeysInPlans(),
          new KeyValues(),
          new UnplannedMethods(),
          new LimitNumbers(),
          new MethodTargets(),
          new CacheSettings(),
          new CacheKeyNames(),
          new SharedAnswers(),
          new Canaries(),
          new CanaryPromotion());

  /** Reports every place where the rule is broken, once. */
  void check(Service service, Diagnostics diagnostics);

  /** The REST API of that id. */
  static Optional<RestApi> api(Service service, String id) {
    return service.apis(RestApi.class).stream().filter(api -> api.id().equals(id)).findFirst();
  }
}
