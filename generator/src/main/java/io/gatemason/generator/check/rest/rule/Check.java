package io.gatemason.generator.check.rest.rule;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.RestApi;

/** One rule over the model. Implementations have no state. */
public interface Check {

  /** Reports every place where the rule is broken, once. */
  void check(RestApi api, Diagnostics diagnostics);
}
