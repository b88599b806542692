package io.gatemason.generator.check.rest;

import io.gatemason.generator.check.rest.rule.Check;
import io.gatemason.generator.diagnostics.AuthorizationCodes;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.policy.PolicyStatement;
import io.gatemason.generator.model.policy.PolicyStatement.Resource;
import io.gatemason.generator.model.rest.RestApi;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A policy that names another API than its own has no effect there: what it closes would be open
 * here (docs/behaviour/authorization.md#resource-policies).
 */
public final class PolicyResources implements Check<RestApi> {
  private static final Pattern API =
      Pattern.compile("arn:[^:]*:execute-api:[^:]*:[^:]*:([^/*?$]+)(?:/.*)?", Pattern.DOTALL);

  @Override
  public void check(RestApi api, Diagnostics diagnostics) {
    api.resourcePolicy()
        .ifPresent(policy -> policy.statements().forEach(each -> check(api, each, diagnostics)));
  }

  private static void check(RestApi api, PolicyStatement statement, Diagnostics diagnostics) {
    boolean closing = statement.denies() != statement.notResources();
    for (Resource resource : statement.resources()) {
      Matcher named = API.matcher(resource.text());
      if (named.matches() && !named.group(1).equals(api.id())) {
        diagnostics.report(
            closing ? AuthorizationCodes.GM3301 : AuthorizationCodes.GM3302,
            resource.range(),
            "the policy of API \"" + api.id() + "\" speaks of API \"" + named.group(1) + "\"",
            "write execute-api:/{stage}/{verb}/{path}, which means the API that has the policy");
      }
    }
  }
}
