package io.gatemason.generator.layout.http;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.auth.SignedCallsLayout;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.layout.rest.MethodStep;
import io.gatemason.generator.layout.stage.StageLookup;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.http.RouteAuthorization;
import io.gatemason.generator.model.http.RouteAuthorizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides the classes that say who may call the routes of one HTTP API. */
public final class RouteAuthorizations {
  private static final String SIGNED_CALLS = "SignedCalls";
  private static final String MEMBER = "authorize";

  private final Map<String, RouteAuthorizerLayout> authorizers = new LinkedHashMap<>();
  private final Optional<SignedCallsLayout> signedCalls;

  RouteAuthorizations(HttpApi api, String packageName) {
    boolean signed =
        api.routes().stream()
            .anyMatch(route -> route.authorization() instanceof RouteAuthorization.Iam);
    signedCalls =
        signed
            ? Optional.of(
                new SignedCallsLayout(ClassName.get(packageName, SIGNED_CALLS), Optional.empty()))
            : Optional.empty();
    List<String> names = new ArrayList<>(List.of(SIGNED_CALLS));
    for (RouteAuthorizer authorizer : api.authorizers().values()) {
      boolean scoped = uses(api, authorizer, true);
      boolean unscoped = uses(api, authorizer, false);
      if (scoped || unscoped) {
        ClassName name = ClassName.get(packageName, className(authorizer.name(), names));
        authorizers.put(
            authorizer.name(), new RouteAuthorizerLayout(name, authorizer, scoped, unscoped));
      }
    }
  }

  private static boolean uses(HttpApi api, RouteAuthorizer authorizer, boolean scopes) {
    return api.routes().stream()
        .anyMatch(
            route ->
                route.authorization() instanceof RouteAuthorization.ByAuthorizer by
                    && by.authorizer().equals(authorizer.name())
                    && by.scopes().isEmpty() != scopes);
  }

  /** Two names may differ in signs only. */
  private static String className(String authorizer, List<String> taken) {
    String words = Names.type(authorizer).replaceFirst("(?<=.)Authorizer$", "");
    String name = words + "Authorizer";
    if (words.isEmpty() || taken.contains(name)) {
      name = name + Names.type(Names.fingerprint(authorizer));
    }
    taken.add(name);
    return name;
  }

  /** The step that lets callers of a route pass; empty where everybody may call. */
  Optional<MethodStep> step(RouteAuthorization authorization) {
    if (authorization instanceof RouteAuthorization.ByAuthorizer by) {
      RouteAuthorizerLayout layout = authorizers.get(by.authorizer());
      if (layout == null) {
        throw new IllegalStateException("No authorizer " + by.authorizer());
      }
      StageLookup object = object(layout.name());
      return Optional.of(
          by.scopes().isEmpty()
              ? new MethodStep.StageStep(object, MEMBER, false)
              : new MethodStep.ScopesStep(object, by.scopes()));
    }
    return authorization instanceof RouteAuthorization.Iam
        ? Optional.of(
            new MethodStep.StageStep(object(signedCalls.orElseThrow().name()), MEMBER, false))
        : Optional.empty();
  }

  private static StageLookup object(ClassName type) {
    return StageLookup.ofApi(type, Names.member(type.simpleName()));
  }

  /** The classes of all authorizers that routes name, in document order. */
  public List<RouteAuthorizerLayout> authorizers() {
    return List.copyOf(authorizers.values());
  }

  /** The class that verifies signatures, where a route needs one. */
  public Optional<SignedCallsLayout> signedCalls() {
    return signedCalls;
  }
}
