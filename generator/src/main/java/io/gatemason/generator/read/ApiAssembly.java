package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.Union;
import io.gatemason.generator.read.assemble.rest.RestResources;
import io.gatemason.generator.read.assemble.sam.SamApi;
import io.gatemason.generator.read.assemble.websocket.SocketResources;
import io.gatemason.generator.read.cloudformation.ApiResource;
import io.gatemason.generator.read.cloudformation.Substitution;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.TemplateScope;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;

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
    TemplateScope scope = scope(api);
    TemplateResource resource = scope.resource(api.logicalId());
    return resource.exists()
        && (isSocket(api)
            || RestResources.areThere(parts(api, scope))
            || (isSam(resource) && SamApi.hasEvents(scope, api.logicalId())));
  }

  /** The document of an API, before its parts are added. */
  ObjectNode empty(ApiResource api) {
    TemplateResource resource = scope(api).resource(api.logicalId());
    ScalarNode id = ScalarNode.computed(resource.range(), api.logicalId());
    Node title = resource.fields().written("Name").orElse(id);
    DocumentForm form = isSam(resource) ? SamApi.form(resource) : DocumentForm.OPENAPI_3_0;
    return form.empty(resource.range(), title);
  }

  /** A document, functions resolved, with what resources of a template add to it. */
  ObjectNode complete(ApiResource api, ObjectNode document) {
    TemplateScope scope = scope(api);
    ApiParts parts = parts(api, scope);
    ObjectNode whole = document;
    Substitution substitution = substitutions.of(api.template(), diagnostics);
    if (isSocket(api)) {
      return substitution
          .apply(SocketResources.of(parts))
          .asObject()
          .map(added -> new Union(diagnostics).of(document, added))
          .orElse(document);
    }
    if (isSam(scope.resource(api.logicalId()))) {
      boolean made =
          !api.isInDocument() && api.document().isEmpty() && api.body().isEmpty() && isMade(api);
      whole =
          SamApi.complete(scope, api.logicalId(), document, made, substitution::apply, diagnostics);
    }
    if (RestResources.areThere(parts)) {
      ObjectNode before = whole;
      whole =
          substitution
              .apply(RestResources.of(parts, before))
              .asObject()
              .map(added -> new Union(diagnostics).of(before, added))
              .orElse(before);
    }
    return whole;
  }

  private static boolean isSocket(ApiResource api) {
    return api.kind().equals(Optional.of(Api.Kind.WEBSOCKET));
  }

  private static boolean isSam(TemplateResource api) {
    return api.type().equals("AWS::Serverless::Api");
  }

  private TemplateScope scope(ApiResource api) {
    return new TemplateScope(
        api.template(), own -> substitutions.of(api.template(), own), diagnostics);
  }

  private static ApiParts parts(ApiResource api, TemplateScope scope) {
    return new ApiParts(scope, api.logicalId(), api.isInDocument());
  }
}
