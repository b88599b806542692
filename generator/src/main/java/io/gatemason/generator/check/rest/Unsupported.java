package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Range;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A feature that is read but not generated yet: each use is reported under the feature's own code.
 *
 * @param code the feature's code
 * @param feature its name in messages
 * @param use where a method of an API uses it; the method answers an error where that is allowed
 */
public record Unsupported(
    DiagnosticCode code, String feature, BiFunction<RestApi, Method, Optional<Range>> use)
    implements Check {

  /** A feature of single methods. */
  public static Unsupported ofMethods(
      DiagnosticCode code, String feature, BiFunction<RestApi, Method, Optional<Range>> use) {
    return new Unsupported(code, feature, use);
  }

  /** Whether a method cannot be answered without the feature. */
  public boolean stops(RestApi api, Method method) {
    return use.apply(api, method).isPresent();
  }

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    for (Method method : api.methods()) {
      use.apply(api, method).ifPresent(range -> report(range, method, diagnostics));
    }
  }

  private void report(Range range, Method method, Diagnostics diagnostics) {
    diagnostics.report(
        code,
        range,
        feature + " is not supported yet (" + method.title() + ")",
        "remove the use, or allow "
            + code
            + " to generate the API with methods that answer an error instead");
  }
}
