package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.MethodCheck;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.source.Range;
import java.util.Optional;
import java.util.function.Function;

/**
 * A feature that is read but not generated yet: each use is reported under the feature's own code.
 *
 * @param code the feature's code
 * @param feature its name in messages
 * @param use where a method uses it; the method answers an error where that is allowed
 */
public record Unsupported(
    DiagnosticCode code, String feature, Function<Method, Optional<Range>> use)
    implements MethodCheck {

  /** Whether a method cannot be answered without the feature. */
  public boolean stops(Method method) {
    return use.apply(method).isPresent();
  }

  @Override
  public void check(Method method, Diagnostics diagnostics) {
    use.apply(method)
        .ifPresent(
            range ->
                diagnostics.report(
                    code,
                    range,
                    feature + " is not supported yet (" + method.title() + ")",
                    "remove the use, or allow "
                        + code
                        + " to generate the API with methods that answer an error instead"));
  }
}
