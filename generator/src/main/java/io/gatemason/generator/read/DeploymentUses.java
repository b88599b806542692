package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.service.Deployment;
import io.gatemason.generator.model.stage.CanarySettings;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.source.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which deployments stages and canaries have. */
final class DeploymentUses {
  private final SourceSet sources;
  private final Diagnostics diagnostics;

  DeploymentUses(SourceSet sources, Diagnostics diagnostics) {
    this.sources = sources;
    this.diagnostics = diagnostics;
  }

  /**
   * The deployments of revisions that are in use. A canary whose deployment is what the document
   * says now, beside a stage of which the same holds, is reported; and so is a deployment of
   * another API, and where an API has revisions, any that it does not have.
   */
  List<Deployment> ofRevisions() {
    List<Deployment> used = new ArrayList<>();
    for (ApiDocument document : sources.documents()) {
      for (Stage stage : document.stages()) {
        Optional<Placed<String>> own = stage.settings().deployment();
        Optional<Placed<String>> other =
            stage.settings().canary().flatMap(CanarySettings::deployment);
        Optional<Deployment> ofStage = own.flatMap(id -> find(document, id));
        Optional<Deployment> ofCanary = other.flatMap(id -> find(document, id));
        ofStage.ifPresent(used::add);
        ofCanary.ifPresent(used::add);
        boolean another =
            other.isPresent() && !other.map(Placed::value).equals(own.map(Placed::value));
        List<Placed<String>> missing =
            Stream.concat(own.stream(), other.stream())
                .filter(id -> isMissing(document, id))
                .toList();
        missing.forEach(id -> reportMissing(document, id));
        if (another && missing.isEmpty() && ofStage.isEmpty() && ofCanary.isEmpty()) {
          report(other.get());
        }
      }
    }
    return used.stream().distinct().toList();
  }

  private Optional<Deployment> find(ApiDocument document, Placed<String> id) {
    return sources.draft().deployments().stream()
        .filter(each -> each.apiId().equals(document.apiId()))
        .filter(each -> each.logicalId().equals(id.value()))
        .findFirst();
  }

  private boolean isMissing(ApiDocument document, Placed<String> id) {
    ServiceDraft draft = sources.draft();
    boolean revisions =
        draft.deployments().stream().anyMatch(each -> each.apiId().equals(document.apiId()));
    boolean declared = draft.declaresDeployment(id.range().file().name(), id.value());
    return (revisions || declared) && !draft.deploymentIds(document.apiId()).contains(id.value());
  }

  private void reportMissing(ApiDocument document, Placed<String> id) {
    Set<String> known = sources.draft().deploymentIds(document.apiId());
    diagnostics.report(
        StageCodes.GM3525,
        id.range(),
        "Deployment id does not exist: API \"%s\" has no deployment \"%s\""
            .formatted(document.apiId(), id.value()),
        DidYouMean.closest(id.value(), known)
            .map(near -> "did you mean \"" + near + "\"?")
            .orElse("its deployments are " + String.join(", ", known)));
  }

  private void report(Placed<String> deployment) {
    diagnostics.report(
        StageCodes.GM3522,
        deployment.range(),
        "the canary has the same methods as its stage: no revision says what deployment \""
            + deployment.value()
            + "\" is",
        "give it one: Metadata: {GitRevision: <tag, branch or commit>}");
  }
}
