package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.TemplateParts;
import io.gatemason.generator.read.assemble.Union;
import io.gatemason.generator.read.assemble.http.HttpResources;
import io.gatemason.generator.read.assemble.rest.RestResources;
import io.gatemason.generator.read.assemble.sam.SamApi;
import io.gatemason.generator.read.assemble.sam.SamEvents;
import io.gatemason.generator.read.assemble.sam.SamHttpApi;
import io.gatemason.generator.read.assemble.sam.SamSocketApi;
import io.gatemason.generator.read.assemble.websocket.SocketResources;
import io.gatemason.generator.read.cloudformation.ApiResource;
import io.gatemason.generator.read.cloudformation.intrinsic.Substitution;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.TemplateScope;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the documents of APIs that other resources of a template describe, and completes those that
 * they add to, so that whatever follows reads one kind of document
 * (docs/behaviour/resources.md#order).
 */
final class ApiAssembly {
  private static final String HTTP_API_OF_SAM = "AWS::Serverless::HttpApi";
  private static final String REST_API_OF_SAM = "AWS::Serverless::Api";
  private static final Set<String> WITH_ROUTES = Set.of("AWS::ApiGatewayV2::Api", HTTP_API_OF_SAM);

  private final Substitutions substitutions;
  private final Diagnostics diagnostics;
  private final Map<ObjectNode, Contents> templates = new HashMap<>();

  /** What a template has for all its APIs. */
  private record Contents(TemplateParts parts, SamEvents events) {

    TemplateResource api(ApiResource api) {
      return parts.scope().resource(api.logicalId());
    }

    ApiParts of(ApiResource api) {
      return parts.of(api.logicalId(), api.isInDocument());
    }
  }

  ApiAssembly(Substitutions substitutions, Diagnostics diagnostics) {
    this.substitutions = substitutions;
    this.diagnostics = diagnostics;
  }

  private Contents contents(ApiResource api) {
    return templates.computeIfAbsent(
        api.template().root(),
        root -> {
          TemplateScope scope =
              new TemplateScope(
                  api.template(), own -> substitutions.of(api.template(), own), diagnostics);
          return new Contents(new TemplateParts(scope), new SamEvents(scope));
        });
  }

  /** Whether other resources say what a document of the API would. */
  boolean isMade(ApiResource api) {
    Contents contents = contents(api);
    TemplateResource resource = contents.api(api);
    return resource.exists()
        && (isSocket(api)
            || contents.events().areOf(api.logicalId())
            || (WITH_ROUTES.contains(resource.type())
                ? hasRoutes(api)
                : RestResources.areThere(contents.of(api))));
  }

  private boolean hasRoutes(ApiResource api) {
    return HttpResources.isHttp(contents(api).api(api))
        && HttpResources.areThere(contents(api).of(api));
  }

  /** The document of an API, before its parts are added. */
  ObjectNode empty(ApiResource api) {
    TemplateResource resource = contents(api).api(api);
    ScalarNode id = ScalarNode.computed(resource.range(), api.logicalId());
    Node title = resource.fields().written("Name").orElse(id);
    DocumentForm form =
        resource.type().equals(REST_API_OF_SAM) ? SamApi.form(resource) : DocumentForm.OPENAPI_3_0;
    return form.empty(resource.range(), title);
  }

  /** A document, functions resolved, with what resources of a template add to it. */
  ObjectNode complete(ApiResource api, ObjectNode document) {
    Contents contents = contents(api);
    Substitution substitution = substitutions.of(api.template(), diagnostics);
    if (isSocket(api)) {
      ApiParts parts = contents.of(api);
      boolean ofSam = parts.api().type().equals(SamSocketApi.TYPE);
      return joined(
          document,
          substitution.apply(ofSam ? SamSocketApi.document(parts) : SocketResources.of(parts)));
    }
    String type = contents.api(api).type();
    boolean made =
        !api.isInDocument() && api.document().isEmpty() && api.body().isEmpty() && isMade(api);
    if (type.equals(HTTP_API_OF_SAM)) {
      return SamHttpApi.complete(
          contents.events(), api.logicalId(), document, made, substitution::apply, diagnostics);
    }
    if (WITH_ROUTES.contains(type)) {
      return hasRoutes(api)
          ? joined(document, substitution.apply(HttpResources.of(contents.of(api), document)))
          : document;
    }
    ObjectNode whole =
        type.equals(REST_API_OF_SAM)
            ? SamApi.complete(
                contents.events(),
                api.logicalId(),
                document,
                made,
                substitution::apply,
                diagnostics)
            : document;
    return RestResources.areThere(contents.of(api))
        ? joined(whole, substitution.apply(RestResources.of(contents.of(api), whole)))
        : whole;
  }

  private static boolean isSocket(ApiResource api) {
    return api.kind().equals(Optional.of(Api.Kind.WEBSOCKET));
  }

  /** What the resource of an API says about reading its document. */
  ImportRules rules(ApiResource api) {
    Contents contents = contents(api);
    return ImportRules.of(contents.api(api), RestResources.models(contents.of(api)));
  }

  private ObjectNode joined(ObjectNode document, Node added) {
    return added
        .asObject()
        .map(object -> new Union(diagnostics).of(document, object))
        .orElse(document);
  }
}
