package io.gatemason.generator.read.assemble.http;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who may call a route; whatever is unclear is refused (docs/behaviour/resources.md#http). */
final class RouteAccess {
  private final ApiParts parts;

  RouteAccess(ApiParts parts) {
    this.parts = parts;
  }

  /** Says it in an operation. */
  void fill(TemplateResource route, ResourceFields fields, ObjectDraft operation) {
    Optional<ScalarNode> type = fields.text("AuthorizationType");
    String name = type.map(text -> text.text().toUpperCase(Locale.ROOT)).orElse("NONE");
    switch (name) {
      case "NONE" -> warnOfAuthorizer(route, fields, type.isPresent());
      case "AWS_IAM" ->
          operation
              .child(type.orElseThrow().range(), "x-amazon-apigateway-auth")
              .put("type", type.orElseThrow());
      case "JWT", "CUSTOM" -> authorizer(route, fields, name, operation);
      default ->
          route.report(
              DocumentCodes.GM2105,
              type.orElseThrow().range(),
              "\"AuthorizationType\" cannot be \"" + type.orElseThrow().text() + "\"",
              "allowed are NONE, AWS_IAM, CUSTOM and JWT");
    }
  }

  private static void warnOfAuthorizer(
      TemplateResource route, ResourceFields fields, boolean saysSo) {
    for (String property : List.of("AuthorizerId", "AuthorizationScopes")) {
      fields
          .value(property)
          .ifPresent(
              written ->
                  route.report(
                      saysSo ? DocumentCodes.GM2112 : ResourceCodes.GM2221,
                      written.range(),
                      "\"%s\" has no effect: the route is open without an \"AuthorizationType\""
                          .formatted(property),
                      "write CUSTOM or JWT, or remove \"%s\"".formatted(property)));
    }
  }

  private void authorizer(
      TemplateResource route, ResourceFields fields, String type, ObjectDraft operation) {
    fields.required("AuthorizerId");
    Optional<TemplateResource> authorizer =
        parts.named(route, fields, "AuthorizerId", HttpResources.AUTHORIZER);
    boolean jwt =
        authorizer
            .flatMap(found -> found.fields().text("AuthorizerType"))
            .filter(text -> text.text().equalsIgnoreCase("JWT"))
            .isPresent();
    if (authorizer.isPresent() && jwt != type.equals("JWT")) {
      route.report(
          ResourceCodes.GM2221,
          fields.range(),
          "authorizer \"%s\" is none of type %s".formatted(authorizer.get().logicalId(), type),
          "write " + (jwt ? "JWT" : "CUSTOM"));
    }
    ObjectDraft requirement = new ObjectDraft(fields.range());
    authorizer.ifPresent(
        found ->
            requirement.list(
                HttpResources.authorizerName(found), fields.texts("AuthorizationScopes")));
    operation.list("security", List.of(requirement.build()));
  }
}
