package io.gatemason.generator.model.service;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.stage.CanarySettings;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.Placed;
import java.util.Optional;
import java.util.Set;

/**
 * An API as its document was at a revision, for the stages and canaries that have a deployment of
 * it. Immutable. Source: {@code docs/behaviour/clients.md#deployments}.
 *
 * @param api the API with all of its stages as they are now
 * @param revision the revision
 * @param deployments the logical ids of the deployments that name it
 */
public record Snapshot(Api api, Revision revision, Set<String> deployments) {

  public Snapshot {
    deployments = Set.copyOf(deployments);
  }

  /** Whether it serves a stage. */
  public boolean serves(Stage stage) {
    return isMine(stage.settings().deployment());
  }

  /** Whether it serves the canary of a stage, which has the stage's deployment unless it says. */
  public boolean servesCanary(Stage stage) {
    Optional<Placed<String>> own = stage.settings().canary().flatMap(CanarySettings::deployment);
    return isMine(own.or(() -> stage.settings().deployment()));
  }

  private boolean isMine(Optional<Placed<String>> deployment) {
    return deployment.filter(id -> deployments.contains(id.value())).isPresent();
  }
}
