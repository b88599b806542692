package io.gatemason.generator.model.stage;

import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;

/**
 * A canary release: a share of a stage's requests that sees other variables, and perhaps another
 * deployment. Immutable.
 *
 * @param range the setting
 * @param deployment the logical id or id of its deployment; empty for the stage's own
 * @param percentTraffic its share; empty where none is named, which means 0
 * @param overrides variables that replace or join those of the stage
 * @param useStageCache whether it reads and fills the stage's cache
 */
public record CanarySettings(
    Range range,
    Optional<Placed<String>> deployment,
    Optional<Placed<Double>> percentTraffic,
    List<Stage.Variable> overrides,
    boolean useStageCache) {

  public CanarySettings {
    overrides = List.copyOf(overrides);
  }

  /** The same of another deployment. */
  public CanarySettings of(Placed<String> other) {
    return new CanarySettings(range, Optional.of(other), percentTraffic, overrides, useStageCache);
  }
}
