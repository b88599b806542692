package io.gatemason.generator.check.domain;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DomainCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.service.ApiMapping;
import io.gatemason.generator.model.service.DomainName;
import io.gatemason.generator.model.service.RoutingRule;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * Mappings and rules lead to stages that there are ({@code docs/behaviour/domains.md#mappings}).
 */
final class MappingTargets implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (DomainName domain : service.domains()) {
      for (ApiMapping mapping : domain.mappings()) {
        Optional<Api> api = api(service, mapping.apiId());
        mapping
            .stage()
            .ifPresent(
                stage ->
                    api.ifPresent(
                        each -> requireStage(each, stage.value(), stage.range(), diagnostics)));
      }
      for (RoutingRule rule : domain.rules()) {
        api(service, rule.apiId())
            .ifPresent(api -> requireStage(api, rule.stage(), rule.range(), diagnostics));
      }
    }
  }

  private static Optional<Api> api(Service service, String id) {
    return service.apis().stream().filter(api -> api.id().equals(id)).findFirst();
  }

  private static void requireStage(Api api, String stage, Range range, Diagnostics diagnostics) {
    List<String> names = api.stages().stream().map(Stage::name).toList();
    if (!names.contains(stage)) {
      diagnostics.report(
          DomainCodes.GM2601,
          range,
          "API \"%s\" has no stage \"%s\"".formatted(api.id(), stage),
          names.isEmpty()
              ? "declare the stage as a resource of the template"
              : "its stages are " + String.join(", ", names));
    }
  }
}
