package io.gatemason.generator.layout.rest;

import java.util.Optional;

/**
 * A method that needs what is not generated yet, and whose build allows that, answers an error
 * before anything else: never without what should guard it.
 */
final class RefuseUnsupported implements StepRule<RestMethod> {

  @Override
  public Optional<MethodStep> step(RestMethod method) {
    return method.missing().isEmpty()
        ? Optional.empty()
        : Optional.of(new MethodStep.RefusalStep(method.missing()));
  }
}
