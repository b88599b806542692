package io.gatemason.generator.check;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.Range;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A feature that is read but not generated yet: each use is reported under the feature's own code.
 *
 * @param code the feature's code
 * @param feature its name in messages
 * @param without what becomes of a use that the user allows
 * @param uses where the feature is used, and by what
 */
record Unsupported(
    DiagnosticCode code, String feature, Without without, Function<RestApi, Stream<Use>> uses)
    implements Check {

  /** What becomes of a method that needs a feature which is allowed to be missing. */
  enum Without {
    /** It answers an error: without the feature it could not answer, or would let everybody in. */
    UNAVAILABLE,
    /** It works without the feature. */
    WORKS
  }

  /**
   * One use.
   *
   * @param method who uses it; empty for the whole API
   * @param range where
   */
  record Use(Optional<Method> method, Range range) {
    Use(Method method, Range range) {
      this(Optional.of(method), range);
    }
  }

  /** The methods of an API that cannot be answered without the feature. */
  Stream<Method> unavailable(RestApi api) {
    return without == Without.WORKS
        ? Stream.empty()
        : uses.apply(api)
            .flatMap(use -> use.method().map(Stream::of).orElseGet(api.methods()::stream));
  }

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    uses.apply(api)
        .forEach(
            use ->
                diagnostics.report(
                    code,
                    use.range(),
                    feature
                        + " is not supported yet"
                        + use.method().map(method -> " (" + method.title() + ")").orElse(""),
                    hint()));
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
