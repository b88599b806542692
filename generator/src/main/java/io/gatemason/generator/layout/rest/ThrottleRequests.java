package io.gatemason.generator.layout.rest;

import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.model.rest.Method;
import java.util.Optional;

/** A method is throttled where a stage limits it, or a plan may: where it requires an API key. */
final class ThrottleRequests implements StepRule<RestMethod> {

  @Override
  public Optional<MethodStep> step(RestMethod known) {
    Method method = known.method();
    boolean limited =
        known.api().stages().stream()
            .anyMatch(
                stage ->
                    stage
                        .settings()
                        .throttles(
                            method.path().text(),
                            method.httpMethod().name(),
                            method.httpMethod().settable()));
    boolean planned =
        method.apiKeyRequired()
            || (method.messages().isPresent()
                && known.api().methods().stream().anyMatch(Method::apiKeyRequired));
    return planned || limited
        ? Optional.of(
            new MethodStep.StageStep(
                StageLookup.ofMethod(RuntimeTypes.THROTTLE, "throttle"), "acquire", false))
        : Optional.empty();
  }
}
