package io.gatemason.generator.layout.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The life cycle of a request to a method of a REST API, a line per step, in order. */
final class MethodSteps {
  private static final List<StepRule<RestMethod>> ORDER =
      List.of(
          new RefuseUnsupported(),
          new AuthorizeCall(),
          new RequireApiKey(),
          new ThrottleRequests(),
          new ValidateRequest(),
          new AnswerFromCache(),
          new CallIntegration());

  private MethodSteps() {}

  /** The steps that the document asks for, up to the one which no request gets beyond. */
  static List<MethodStep> of(RestMethod method) {
    List<MethodStep> steps = new ArrayList<>();
    for (StepRule<RestMethod> rule : ORDER) {
      Optional<MethodStep> step = rule.step(method);
      step.ifPresent(steps::add);
      if (step.filter(MethodStep::isLast).isPresent()) {
        return List.copyOf(steps);
      }
    }
    throw new IllegalStateException("No step answers " + method.method().title());
  }
}
