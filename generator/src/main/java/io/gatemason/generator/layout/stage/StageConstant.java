package io.gatemason.generator.layout.stage;

import io.gatemason.generator.model.stage.Stage;
import java.util.Optional;

/**
 * What is fixed about a stage when the service is built.
 *
 * @param name the Java constant
 * @param stage the stage; empty for an API that answers at the root
 * @param canaryOf the constant of the stage whose canary it is; empty for a stage itself
 */
public record StageConstant(String name, Optional<Stage> stage, Optional<String> canaryOf) {}
