package io.gatemason.generator.layout.stage;

import io.gatemason.generator.model.rest.RestApi;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.stage.StageVariableUses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is fixed about a stage when the service is built.
 *
 * @param name the Java constant
 * @param stage the stage; empty for an API that answers at the root
 * @param canaryOf the constant of the stage whose canary it is; empty for a stage itself
 * @param undefined the stage variables that the API reads and the stage does not define
 */
public record StageConstant(
    String name, Optional<Stage> stage, Optional<String> canaryOf, List<String> undefined) {

  /** A stage itself. */
  static StageConstant of(String name, Optional<Stage> stage, RestApi api) {
    Set<String> undefined = new TreeSet<>(StageVariableUses.names(api.document()));
    stage.ifPresent(
        each -> each.variables().forEach(variable -> undefined.remove(variable.name().text())));
    return new StageConstant(name, stage, Optional.empty(), List.copyOf(undefined));
  }

  /** The canary of the stage with the constant {@code of}. */
  static StageConstant canary(String name, Stage stage, String of) {
    return new StageConstant(name, Optional.of(stage), Optional.of(of), List.of());
  }
}
