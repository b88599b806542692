package io.gatemason.generator.check.rest.limits;

import io.gatemason.generator.check.rule.ServiceCheck;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.service.Service;
import io.gatemason.generator.model.stage.MethodSettings;
import io.gatemason.generator.model.stage.MethodSettings.Target;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings are for methods and routes that there are, in what serves the stage or its canary
 * ({@code docs/behaviour/clients.md#method-settings}).
 */
final class MethodTargets implements ServiceCheck {

  @Override
  public void check(Service service, Diagnostics diagnostics) {
    for (Api api : service.apis()) {
      for (Stage stage : api.stages()) {
        List<Api.Operation> operations = new ArrayList<>(service.serving(api, stage).operations());
        operations.addAll(service.servingCanary(api, stage).operations());
        for (MethodSettings settings : stage.settings().methods()) {
          Target target = settings.target();
          if (operations.stream().noneMatch(operation -> meant(api, operation, target))) {
            settings.range().ifPresent(range -> report(api, target, range, diagnostics));
          }
        }
      }
    }
  }

  private static void report(Api api, Target target, Range range, Diagnostics diagnostics) {
    boolean methods = api.kind() == Api.Kind.REST;
    boolean verb = methods || !target.verb().equals(Target.ANY);
    diagnostics.report(
        StageCodes.GM3509,
        range,
        "API \"%s\" has no %s %s"
            .formatted(
                api.id(),
                methods ? "method" : "route",
                verb ? target.verb() + " " + target.path() : target.path()),
        methods
            ? "write the path as the document has it: /~1pets~1{id} or /pets/{id}"
            : "write the key of the route as it is declared");
  }

  /** A method of a REST API that takes any verb has settings for each of them. */
  private static boolean meant(Api api, Api.Operation operation, Target target) {
    boolean verb =
        api.kind() == Api.Kind.REST
            ? HttpMethod.valueOf(operation.verb()).settable().contains(target.verb())
            : operation.verb().equals(target.verb());
    return (target.path().equals(Target.ANY) || target.path().equals(operation.resource()))
        && (target.verb().equals(Target.ANY) || verb);
  }
}
