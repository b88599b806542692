package io.gatemason.generator.check.rest.rule;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.Api;

/**
 * One rule over the model. Implementations have no state.
 *
 * @param <A> the APIs for which it holds
 */
public interface Check<A extends Api> {

  /** Reports every place where the rule is broken, once. */
  void check(A api, Diagnostics diagnostics);
}
