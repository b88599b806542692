package io.gatemason.generator.check.rest;

import io.gatemason.generator.diagnostics.AuthorizationCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.source.SourceFile;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A principal takes the place of an authorizer that there is. */
public final class FixedPrincipals {
  private FixedPrincipals() {}

  /**
   * Reports those that take no authorizer's place.
   *
   * @param principals who calls, by the names of authorizers
   */
  public static void check(
      Map<String, String> principals, Collection<Api> apis, Diagnostics diagnostics) {
    Set<String> known = new TreeSet<>();
    for (Api api : apis) {
      if (api instanceof RestApi rest) {
        known.addAll(rest.authorizers().keySet());
      }
    }
    principals.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> report(name, known, diagnostics));
  }

  private static void report(String name, Set<String> known, Diagnostics diagnostics) {
    SourceFile setting = new SourceFile("property gatemason.authorizer", name);
    diagnostics.report(
        AuthorizationCodes.GM3801,
        setting.range(),
        "no REST API has an authorizer \"" + name + "\"",
        DidYouMean.closest(name, known)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("authorizers of REST APIs are " + known));
  }
}
