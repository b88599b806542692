package io.gatemason.generator.read.assemble.websocket;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The parts of a WebSocket API, which has no document, as one: the properties of each resource as
 * they are written, below the resource that they belong to.
 */
public final class SocketResources {
  /** The member of the document that holds them. */
  public static final String MEMBER = "x-gatemason-websocket";

  private static final String V2 = "AWS::ApiGatewayV2::";

  private final ApiParts parts;

  private SocketResources(ApiParts parts) {
    this.parts = parts;
  }

  /** The document, functions as written. */
  public static ObjectNode of(ApiParts parts) {
    ObjectDraft own = new ObjectDraft(parts.range());
    properties(parts.api(), own);
    return of(parts, own, List.of());
  }

  /**
   * The same with other properties of the API.
   *
   * @param own those properties
   * @param more routes besides those of resources
   */
  public static ObjectNode of(ApiParts parts, ObjectDraft own, List<Node> more) {
    SocketResources resources = new SocketResources(parts);
    ObjectDraft root = new ObjectDraft(parts.range());
    ObjectDraft api = root.child(MEMBER);
    api.put("api", own.build());
    List<Node> routes = resources.routes();
    routes.addAll(more);
    api.list("routes", routes);
    ObjectDraft models = api.child("models");
    for (TemplateResource model : parts.of(V2 + "Model")) {
      model
          .fields()
          .text("Name")
          .ifPresent(
              name ->
                  properties(
                      model, ApiParts.only(model, models, name.range(), name.text(), "model")));
    }
    return root.build();
  }

  private List<Node> routes() {
    List<Node> routes = new ArrayList<>();
    for (TemplateResource route : parts.of(V2 + "Route")) {
      ResourceFields fields = route.fields();
      ObjectDraft draft = new ObjectDraft(route.range());
      draft.text("LogicalId", route.logicalId());
      properties(route, draft);
      part(route, fields, "Target", "Integration")
          .ifPresent(integration -> integration(integration, draft.child("Integration")));
      part(route, fields, "AuthorizerId", "Authorizer")
          .ifPresent(authorizer -> named(authorizer, draft.child("Authorizer")));
      boolean answers =
          belonging("RouteResponse", "RouteId", route).anyMatch(SocketResources::isDefault);
      draft.put("Answers", ObjectDraft.bool(route.range(), answers));
      routes.add(draft.build());
    }
    return routes;
  }

  /** Whether a route response is the only one that there can be; another one is reported. */
  private static boolean isDefault(TemplateResource response) {
    Optional<ScalarNode> key = response.fields().text("RouteResponseKey");
    boolean known = key.filter(text -> text.text().strip().equals("$default")).isPresent();
    if (key.isPresent() && !known) {
      response.report(
          DocumentCodes.GM2105,
          key.get().range(),
          "\"RouteResponseKey\" cannot be \"" + key.get().text() + "\"",
          "write $default: there is no other route response");
    }
    return known;
  }

  private Optional<TemplateResource> part(
      TemplateResource route, ResourceFields fields, String property, String type) {
    return parts.named(route, fields, property, V2 + type);
  }

  private void integration(TemplateResource integration, ObjectDraft draft) {
    properties(integration, draft);
    draft.list(
        "Responses",
        belonging("IntegrationResponse", "IntegrationId", integration)
            .map(
                response -> {
                  ObjectDraft each = new ObjectDraft(response.range());
                  properties(response, each);
                  return each.build();
                })
            .toList());
  }

  private Stream<TemplateResource> belonging(String type, String property, TemplateResource owner) {
    Predicate<TemplateResource> ours =
        part ->
            part.fields()
                .written(property)
                .flatMap(part::target)
                .filter(target -> target.logicalId().equals(owner.logicalId()))
                .isPresent();
    return parts.of(V2 + type).stream().filter(ours);
  }

  private static void named(TemplateResource part, ObjectDraft draft) {
    draft.text("LogicalId", part.logicalId());
    properties(part, draft);
  }

  /** References to other parts are not needed: these are inside. */
  private static void properties(TemplateResource part, ObjectDraft draft) {
    for (ObjectNode.Member member : part.properties().members().values()) {
      switch (member.name()) {
        case "ApiId", "AuthorizerId", "IntegrationId", "RouteId", "Target" -> {}
        default -> draft.put(member.key().range(), member.name(), member.value());
      }
    }
  }
}
