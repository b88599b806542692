package io.gatemason.generator.layout.rest;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.auth.PolicyLayout;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.model.Authorization;
import java.util.Optional;

/** Who may call: an authorizer, a signature, or the API's policy by itself. */
final class AuthorizeCall implements StepRule<RestMethod> {
  private static final String MEMBER = "authorize";

  @Override
  public Optional<MethodStep> step(RestMethod method) {
    AuthorizationLayouts layouts = method.authorization();
    Authorization authorization = method.method().authorization();
    if (authorization instanceof Authorization.ByAuthorizer by) {
      StageLookup object = object(layouts.authorizer(by.authorizer()).name());
      return Optional.of(
          by.scopes().isEmpty()
              ? new MethodStep.StageStep(object, MEMBER, false)
              : new MethodStep.ScopesStep(object, by.scopes()));
    }
    if (authorization instanceof Authorization.Iam) {
      return Optional.of(
          new MethodStep.StageStep(
              object(layouts.signedCalls().orElseThrow().name()), MEMBER, false));
    }
    return layouts
        .policy()
        .map(PolicyLayout::reference)
        .map(reference -> StageLookup.ofApi(reference.name(), "policy"))
        .map(object -> new MethodStep.StageStep(object, MEMBER, false));
  }

  private static StageLookup object(ClassName type) {
    return StageLookup.ofApi(type, Names.member(type.simpleName()));
  }
}
