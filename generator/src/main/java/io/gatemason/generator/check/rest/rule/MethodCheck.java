package io.gatemason.generator.check.rest.rule;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;

/** A rule that looks at one method at a time. */
public interface MethodCheck extends Check {

  void check(Method method, Diagnostics diagnostics);

  @Override
  default void check(RestApi api, Diagnostics diagnostics) {
    api.methods().forEach(method -> check(method, diagnostics));
  }
}
