package io.gatemason.generator.check.rest.rule;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.ApiOfMethods;
import io.gatemason.generator.model.rest.Method;

/** A rule that looks at one method at a time. */
public interface MethodCheck extends Check<ApiOfMethods> {

  void check(Method method, Diagnostics diagnostics);

  @Override
  default void check(ApiOfMethods api, Diagnostics diagnostics) {
    api.methods().forEach(method -> check(method, diagnostics));
  }
}
