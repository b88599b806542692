package io.gatemason.generator.check.rule;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.service.Service;

/** One rule over a service as a whole. Implementations have no state. */
public interface ServiceCheck {

  /** Reports every place where the rule is broken, once. */
  void check(Service service, Diagnostics diagnostics);
}
