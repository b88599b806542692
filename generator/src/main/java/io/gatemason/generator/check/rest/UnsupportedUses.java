package io.gatemason.generator.check.rest;

import io.gatemason.generator.model.LambdaProxyIntegration;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.source.Range;
import java.util.Optional;

/** Finds the uses of features that are read but not generated yet. */
public final class UnsupportedUses {
  private UnsupportedUses() {}

  /** Functions whose answers are passed on as they come, whatever their size. */
  public static Optional<Range> streamedAnswers(Method method) {
    return method.integration() instanceof LambdaProxyIntegration function && function.streamed()
        ? Optional.of(function.range())
        : Optional.empty();
  }
}
