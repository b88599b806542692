package io.gatemason.generator.check;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Range;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A feature that is read but not generated yet: each use is reported under the feature's own code.
 *
 * @param code the feature's code
 * @param feature its name in messages
 * @param without what becomes of a use that the user allows
 * @param inApi where an API as a whole uses it
 * @param inMethod where a method of an API uses it
 */
record Unsupported(
    DiagnosticCode code,
    String feature,
    Without without,
    Function<RestApi, Optional<Range>> inApi,
    BiFunction<RestApi, Method, Optional<Range>> inMethod)
    implements Check {

  /** What becomes of a method that needs a feature which is allowed to be missing. */
  enum Without {
    /** It answers an error: without the feature it could not answer, or would let everybody in. */
    UNAVAILABLE,
    /** It works without the feature. */
    WORKS
  }

  /** A feature of single methods. */
  static Unsupported ofMethods(
      DiagnosticCode code,
      String feature,
      Without without,
      BiFunction<RestApi, Method, Optional<Range>> use) {
    return new Unsupported(code, feature, without, api -> Optional.empty(), use);
  }

  /** A feature of whole APIs. */
  static Unsupported ofApis(
      DiagnosticCode code,
      String feature,
      Without without,
      Function<RestApi, Optional<Range>> use) {
    return new Unsupported(code, feature, without, use, (api, method) -> Optional.empty());
  }

  /** Whether a method cannot be answered without the feature. */
  boolean stops(RestApi api, Method method) {
    return without == Without.UNAVAILABLE
        && (inApi.apply(api).isPresent() || inMethod.apply(api, method).isPresent());
  }

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    inApi.apply(api).ifPresent(range -> report(range, "", diagnostics));
    for (Method method : api.methods()) {
      inMethod
          .apply(api, method)
          .ifPresent(range -> report(range, " (" + method.title() + ")", diagnostics));
    }
  }

  private void report(Range range, String user, Diagnostics diagnostics) {
    diagnostics.report(code, range, feature + " is not supported yet" + user, hint());
  }

  private String hint() {
    if (code.severity() == Severity.WARNING) {
      return "it has no effect; remove the use, or allow " + code;
    }
    return "remove the use, or allow "
        + code
        + (without == Without.WORKS
            ? " to generate the API without it"
            : " to generate the API with methods that answer an error instead");
  }
}
