package io.gatemason.generator.layout.rest;

import java.util.Optional;

/** The method's request validator: required parameters, then the body's model. */
final class ValidateRequest implements StepRule<RestMethod> {

  @Override
  public Optional<MethodStep> step(RestMethod method) {
    return method.schemas().validation(method.method()).map(MethodStep.ValidationStep::new);
  }
}
