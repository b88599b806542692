package io.gatemason.generator.layout.rest;

import io.gatemason.generator.layout.name.RuntimeTypes;
import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.model.rest.ApiKeySource;
import java.util.Optional;

/** A method that requires an API key lets nobody through without one. */
final class RequireApiKey implements StepRule<RestMethod> {

  @Override
  public Optional<MethodStep> step(RestMethod method) {
    if (!method.method().apiKeyRequired()) {
      return Optional.empty();
    }
    StageLookup keys = StageLookup.shared(RuntimeTypes.API_KEYS, "apiKeys");
    boolean ofAuthorizers = method.api().apiKeySource() == ApiKeySource.AUTHORIZER;
    return Optional.of(
        new MethodStep.StageStep(
            ofAuthorizers ? keys.by("apiKeysOfAuthorizers") : keys, "require", false));
  }
}
