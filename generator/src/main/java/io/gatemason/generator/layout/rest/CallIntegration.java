package io.gatemason.generator.layout.rest;

import java.util.Optional;

/** The integration's request, its call and the answer made of its response: the last step. */
final class CallIntegration implements StepRule<RestMethod> {

  @Override
  public Optional<MethodStep> step(RestMethod method) {
    return Optional.of(
        new MethodStep.IntegrationStep(method.calls().of(method.method(), method.className())));
  }
}
