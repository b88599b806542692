package io.gatemason.generator.layout.stage;

import io.gatemason.generator.model.service.Revision;
import io.gatemason.generator.model.service.Snapshot;
import io.gatemason.generator.model.stage.Stage;
import java.util.List;
import java.util.Optional;

/**
 * Which stages of an API a document serves: one of a revision those that have a deployment of it,
 * the document as it is all others. Immutable.
 *
 * @param snapshot the revision; empty for the document as it is
 * @param snapshots all revisions of the API
 */
public record Deployed(Optional<Snapshot> snapshot, List<Snapshot> snapshots) {

  /** The document as it is. */
  public static Deployed now(List<Snapshot> snapshots) {
    return new Deployed(Optional.empty(), snapshots);
  }

  /** The document as it was. */
  public static Deployed then(Snapshot snapshot) {
    return new Deployed(Optional.of(snapshot), List.of());
  }

  /** The id of the deployment; empty where API and stage make it. */
  Optional<String> id() {
    return snapshot.map(Snapshot::revision).map(Revision::shortCommit);
  }

  boolean serves(Stage stage) {
    return snapshot
        .map(own -> own.serves(stage))
        .orElseGet(() -> snapshots.stream().noneMatch(other -> other.serves(stage)));
  }

  boolean servesCanary(Stage stage) {
    boolean mine =
        snapshot
            .map(own -> own.servesCanary(stage))
            .orElseGet(() -> snapshots.stream().noneMatch(other -> other.servesCanary(stage)));
    return mine && stage.settings().canary().isPresent();
  }
}
