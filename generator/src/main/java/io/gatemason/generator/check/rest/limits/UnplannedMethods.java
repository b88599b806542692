package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.service.Service;

/**
 * Where a method requires a key, some plan lists a stage of its API; otherwise nobody can call it
 * ({@code docs/behaviour/clients.md#api-keys}). One report for each API.
 */
final class UnplannedMethods implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (RestApi api : service.apis(RestApi.class)) {
      boolean planned =
          service.usagePlans().stream()
              .flatMap(plan -> plan.stages().stream())
              .anyMatch(stage -> stage.apiId().equals(api.id()));
      if (!planned) {
        api.methods().stream()
            .filter(Method::apiKeyRequired)
            .findFirst()
            .ifPresent(method -> report(api, method, diagnostics));
      }
    }
  }

  private static void report(RestApi api, Method method, Diagnostics diagnostics) {
    diagnostics.report(
        StageCodes.GM3506,
        method.range(),
        "%s requires an API key, and no usage plan lists a stage of API \"%s\": nobody can call it"
            .formatted(method.title(), api.id()),
        "declare an AWS::ApiGateway::UsagePlan with a stage of the API");
  }
}
