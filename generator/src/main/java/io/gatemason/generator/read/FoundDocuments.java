package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.ApiCodes;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.diagnostics.StageCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.read.cloudformation.ApiResource;
import io.gatemason.generator.read.cloudformation.intrinsic.Substitution;
import io.gatemason.generator.read.resource.ApiIds;
import io.gatemason.generator.read.resource.ServiceDraft;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents of a folder, by their ids. Not thread-safe. */
final class FoundDocuments {
  private final SourceFolder folder;
  private final Substitutions substitutions;
  private final Diagnostics diagnostics;
  private final ApiAssembly assembly;
  private final Map<String, ApiDocument> documents = new LinkedHashMap<>();
  private final ApiIds apiIds = new ApiIds();

  FoundDocuments(SourceFolder folder, Substitutions substitutions, Diagnostics diagnostics) {
    this.folder = folder;
    this.substitutions = substitutions;
    this.diagnostics = diagnostics;
    this.assembly = new ApiAssembly(substitutions, diagnostics);
  }

  ApiIds apiIds() {
    return apiIds;
  }

  Substitutions substitutions() {
    return substitutions;
  }

  boolean isEmpty() {
    return documents.isEmpty();
  }

  /** Whether other resources say what a document of an API would. */
  boolean isMade(ApiResource api) {
    return assembly.isMade(api);
  }

  /** Adds the document of an API that other resources describe. */
  void addMade(String name, ApiResource api) {
    add(name, assembly.empty(api), List.of(api));
  }

  void add(String name, ObjectNode written, List<ApiResource> resources) {
    String id = ApiName.of(name);
    if (!id.equals(name)) {
      diagnostics.report(
          ApiCodes.GM3701,
          start(written),
          "\"" + name + "\" cannot be part of a host name; the API is called \"" + id + "\"",
          "its settings and its host have this name; rename the file or resource to choose one");
    }
    ObjectNode root = DeclaredApis.includeFirst(written);
    for (ApiResource resource : resources) {
      root = resource.over(root);
      if (resource.isInDocument()) {
        apiIds.putAll(resource.template(), id);
      } else {
        apiIds.put(resource.template(), resource.logicalId(), id);
      }
    }
    Substitution substitution =
        resources.isEmpty()
            ? substitutions.of(diagnostics)
            : substitutions.of(resources.get(0).template(), diagnostics);
    Node node = substitution.apply(root);
    Node whole = new FileReferences(folder, diagnostics, substitution::apply).inline(node);
    whole.asObject().ifPresent(object -> complete(id, object, resources));
  }

  private void complete(String id, ObjectNode object, List<ApiResource> resources) {
    ObjectNode whole = object;
    ImportRules rules = ImportRules.NONE;
    for (ApiResource resource : resources) {
      whole = assembly.complete(resource, whole);
      rules = rules.equals(ImportRules.NONE) ? assembly.rules(resource) : rules;
    }
    String file = object.range().file().name();
    add(new ApiDocument(id, file, whole, kind(resources), rules, List.of()));
  }

  /** The documents with the stages of their APIs. */
  List<ApiDocument> documents(ServiceDraft draft) {
    documents.values().stream()
        .flatMap(each -> draft.rolloutsWithoutStage(each.apiId()).stream())
        .forEach(this::reportStage);
    return documents.values().stream()
        .map(
            each ->
                new ApiDocument(
                    each.apiId(),
                    each.name(),
                    each.root(),
                    each.kind(),
                    each.rules(),
                    draft.stages(each.apiId())))
        .toList();
  }

  private void reportStage(Stage rollout) {
    diagnostics.report(
        StageCodes.GM3524,
        rollout.range(),
        "Invalid deployment content specified.Stage "
            + rollout.name()
            + " must already be created before making a canary release deployment",
        "declare the stage, as a resource or by another deployment");
  }

  private void add(ApiDocument document) {
    ApiDocument first = documents.putIfAbsent(ApiName.key(document.apiId()), document);
    if (first == null) {
      return;
    }
    diagnostics.add(
        new Diagnostic(
            SourceCodes.GM2009,
            SourceCodes.GM2009.severity(),
            "two documents have the API id \"" + document.apiId() + "\"",
            start(document.root()),
            List.of(new Diagnostic.Related(start(first.root()), "first one here")),
            "rename one of the files"));
  }

  /** The kind that the resources of an API say. */
  private static Optional<Api.Kind> kind(List<ApiResource> resources) {
    return resources.stream().flatMap(resource -> resource.kind().stream()).findFirst();
  }

  private static Range start(ObjectNode root) {
    return new Range(root.range().file(), root.range().start(), root.range().start());
  }
}
