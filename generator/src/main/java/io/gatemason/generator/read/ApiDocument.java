package io.gatemason.generator.read;

import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.source.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * An OpenAPI document with functions, placeholders and references to other files resolved, and with
 * the settings of its resource in a template. Immutable.
 *
 * @param apiId the id of its API, unique in a run
 * @param name the name of its file below the source folder
 * @param root its root, with a key {@code swagger} or {@code openapi}
 * @param kind the kind of API, where a template says it
 * @param rules what a template says about reading it
 * @param stages those of the template; none where no template declares any
 */
public record ApiDocument(
    String apiId,
    String name,
    ObjectNode root,
    Optional<Api.Kind> kind,
    ImportRules rules,
    List<Stage> stages) {

  public ApiDocument {
    stages = List.copyOf(stages);
  }
}
