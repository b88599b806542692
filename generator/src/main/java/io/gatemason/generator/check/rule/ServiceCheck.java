package io.gatemason.generator.check.rule;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;
import java.util.Optional;

/** One rule over a service as a whole. Implementations have no state. */
public interface ServiceCheck {

  /** Reports every place where the rule is broken, once. */
  void check(Service service, Diagnostics diagnostics);

  /** The REST API of that id. */
  static Optional<RestApi> api(Service service, String id) {
    return service.apis(RestApi.class).stream().filter(api -> api.id().equals(id)).findFirst();
  }
}
