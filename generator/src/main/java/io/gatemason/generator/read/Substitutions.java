package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.read.cloudformation.intrinsic.Substitution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What resolves functions and placeholders in the files of a folder. */
final class Substitutions {
  private final SourceFolder folder;
  private final Map<String, String> parameters;
  private final List<CloudFormationTemplate> templates;

  Substitutions(
      SourceFolder folder, Map<String, String> parameters, List<CloudFormationTemplate> templates) {
    this.folder = folder;
    this.parameters = parameters;
    this.templates = templates;
  }

  List<CloudFormationTemplate> templates() {
    return templates;
  }

  /** Resolves names as a template means them: its own before those of others. */
  Substitution of(CloudFormationTemplate template, Diagnostics receiver) {
    List<CloudFormationTemplate> ordered = new ArrayList<>(templates);
    ordered.sort(Comparator.comparing(other -> other.root() != template.root()));
    return of(ordered, receiver);
  }

  /** Resolves names of a document that no template declares. */
  Substitution of(Diagnostics receiver) {
    return of(templates, receiver);
  }

  private Substitution of(List<CloudFormationTemplate> ordered, Diagnostics receiver) {
    return new Substitution(
        parameters,
        ordered,
        receiver,
        (from, location) ->
            folder.resolve(from, location, receiver).flatMap(path -> folder.tree(path, receiver)));
  }
}
