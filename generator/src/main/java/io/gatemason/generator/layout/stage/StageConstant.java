package io.gatemason.generator.layout.stage;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.stage.StageVariableUses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is fixed about a stage when the service is built.
 *
 * @param name the Java constant
 * @param stage the stage; empty for an API that answers at the root
 * @param canary whether it is the canary of the stage
 * @param canaryOf for a canary the constant of the stage; empty where another revision of the
 *     document serves the stage
 * @param deployment the id of the deployment; empty for one of the document as it is
 * @param undefined the stage variables that the API reads and the stage does not define
 */
public record StageConstant(
    String name,
    Optional<Stage> stage,
    boolean canary,
    Optional<String> canaryOf,
    Optional<String> deployment,
    List<String> undefined) {

  /** A stage itself. */
  static StageConstant of(
      String name, Optional<Stage> stage, Optional<String> deployment, Api api) {
    return new StageConstant(
        name,
        stage,
        false,
        Optional.empty(),
        deployment,
        undefined(api, stage.stream().flatMap(each -> each.variables().stream())));
  }

  /** The canary of a stage with a constant of its own. */
  static StageConstant canary(String name, Stage stage, String canaryOf) {
    return new StageConstant(
        name, Optional.of(stage), true, Optional.of(canaryOf), Optional.empty(), List.of());
  }

  /** The canary of a stage that another revision serves. */
  static StageConstant canary(String name, Stage stage, Optional<String> deployment, Api api) {
    Stream<Stage.Variable> overrides =
        stage.settings().canary().stream().flatMap(canary -> canary.overrides().stream());
    return new StageConstant(
        name,
        Optional.of(stage),
        true,
        Optional.empty(),
        deployment,
        undefined(api, Stream.concat(stage.variables().stream(), overrides)));
  }

  private static List<String> undefined(Api api, Stream<Stage.Variable> defined) {
    Set<String> undefined = new TreeSet<>(StageVariableUses.names(api.document()));
    defined.forEach(variable -> undefined.remove(variable.name().text()));
    return List.copyOf(undefined);
  }
}
