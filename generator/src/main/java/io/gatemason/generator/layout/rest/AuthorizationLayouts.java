package io.gatemason.generator.layout.rest;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.auth.AuthorizerLayout;
import io.gatemason.generator.layout.auth.PolicyLayout;
import io.gatemason.generator.layout.auth.PolicyReference;
import io.gatemason.generator.layout.auth.SignedCallsLayout;
import io.gatemason.generator.layout.auth.StatementLayouts;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.model.Authorization;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.rest.ApiOfMethods;
import io.gatemason.generator.model.rest.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides the classes that say who may call the methods of one API. */
public final class AuthorizationLayouts {
  private final Map<String, AuthorizerLayout> authorizers = new LinkedHashMap<>();
  private final Optional<PolicyLayout> policy;
  private final Optional<SignedCallsLayout> signedCalls;

  /**
   * Decides them.
   *
   * @param packageName their package
   * @param prefix how the names of the API's classes begin
   */
  public AuthorizationLayouts(ApiOfMethods api, String packageName, String prefix) {
    Optional<PolicyReference> reference =
        api.resourcePolicy()
            .map(
                any ->
                    new PolicyReference(
                        ClassName.get(packageName, prefix + "Policy"),
                        has(api, Authorization.None.class::isInstance)));
    policy =
        reference.map(
            name ->
                new PolicyLayout(
                    name,
                    api.resourcePolicy().orElseThrow(),
                    new StatementLayouts().of(api.resourcePolicy().orElseThrow().statements())));
    signedCalls =
        has(api, Authorization.Iam.class::isInstance)
            ? Optional.of(
                new SignedCallsLayout(ClassName.get(packageName, "SignedCalls"), reference))
            : Optional.empty();
    Map<String, String> names = new HashMap<>();
    names.put("SignedCalls", "");
    names.put(prefix + "Policy", "");
    for (Authorizer authorizer : api.authorizers().values()) {
      boolean scoped = has(api, by -> uses(by, authorizer, true));
      boolean unscoped = has(api, by -> uses(by, authorizer, false));
      if (scoped || unscoped) {
        String name = className(authorizer.name(), names);
        authorizers.put(
            authorizer.name(),
            new AuthorizerLayout(
                ClassName.get(packageName, name), authorizer, reference, scoped, unscoped));
      }
    }
  }

  private static boolean has(ApiOfMethods api, Predicate<Authorization> kind) {
    return api.methods().stream().map(Method::authorization).anyMatch(kind);
  }

  private static boolean uses(Authorization authorization, Authorizer authorizer, boolean scopes) {
    return authorization instanceof Authorization.ByAuthorizer by
        && by.authorizer().equals(authorizer.name())
        && by.scopes().isEmpty() != scopes;
  }

  private static String className(String authorizer, Map<String, String> names) {
    String words = Names.type(authorizer).replaceFirst("(?<=.)Authorizer$", "");
    String name = words + "Authorizer";
    String other = names.putIfAbsent(name, authorizer);
    if (other == null && !words.isEmpty()) {
      return name;
    }
    return name + Names.type(Names.fingerprint(authorizer));
  }

  /** The class of an authorizer that a method names. */
  public AuthorizerLayout authorizer(String name) {
    AuthorizerLayout found = authorizers.get(name);
    if (found == null) {
      throw new IllegalStateException("No authorizer " + name);
    }
    return found;
  }

  /** The classes of all authorizers that methods name, in document order. */
  public List<AuthorizerLayout> authorizers() {
    return List.copyOf(authorizers.values());
  }

  /** The class of the API's policy. */
  public Optional<PolicyLayout> policy() {
    return policy;
  }

  /** The class that verifies signatures, where a method needs one. */
  public Optional<SignedCallsLayout> signedCalls() {
    return signedCalls;
  }
}
