package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.Union;
import io.gatemason.generator.read.assemble.rest.RestResources;
import io.gatemason.generator.read.cloudformation.ApiResource;
import io.gatemason.generator.read.resource.TemplateScope;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;

/**
 * Makes the documents of APIs that other resources of a template describe, and completes those that
 * they add to, so that whatever follows reads one kind of document
 * (docs/behaviour/resources.md#order).
 */
final class ApiAssembly {
  private final Substitutions substitutions;
  private final Diagnostics diagnostics;

  ApiAssembly(Substitutions substitutions, Diagnostics diagnostics) {
    this.substitutions = substitutions;
    this.diagnostics = diagnostics;
  }

  /** Whether other resources say what a document of the API would. */
  boolean isMade(ApiResource api) {
    ApiParts parts = parts(api);
    return parts.api().exists() && RestResources.areThere(parts);
  }

  /** The document of an API, before its parts are added. */
  ObjectNode empty(ApiResource api) {
    ScalarNode id = ScalarNode.computed(parts(api).range(), api.logicalId());
    Node title = parts(api).api().fields().written("Name").orElse(id);
    return DocumentForm.OPENAPI_3_0.empty(parts(api).range(), title);
  }

  /** A document, functions resolved, with what resources of a template add to it. */
  ObjectNode complete(ApiResource api, ObjectNode document) {
    ApiParts parts = parts(api);
    if (!RestResources.areThere(parts)) {
      return document;
    }
    Node added =
        substitutions.of(api.template(), diagnostics).apply(RestResources.of(parts, document));
    return added
        .asObject()
        .map(object -> new Union(diagnostics).of(document, object))
        .orElse(document);
  }

  private ApiParts parts(ApiResource api) {
    TemplateScope scope =
        new TemplateScope(
            api.template(), own -> substitutions.of(api.template(), own), diagnostics);
    return new ApiParts(scope, api.logicalId(), api.isInDocument());
  }
}
