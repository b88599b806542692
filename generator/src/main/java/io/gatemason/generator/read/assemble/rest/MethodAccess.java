package io.gatemason.generator.read.assemble.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may call a method of a template. Whatever is unclear is refused, so that no method is open by
 * mistake (docs/behaviour/resources.md#rest).
 */
final class MethodAccess {
  private static final String TYPE = "AuthorizationType";

  private final ApiParts parts;
  private final DocumentForm form;

  MethodAccess(ApiParts parts, DocumentForm form) {
    this.parts = parts;
    this.form = form;
  }

  /** Says it in an operation. */
  void fill(
      TemplateResource method, ResourceFields fields, ObjectDraft root, ObjectDraft operation) {
    Range range = operation.range();
    ObjectDraft requirement = new ObjectDraft(range);
    Optional<ScalarNode> type = fields.required(TYPE);
    String name = type.map(text -> text.text().toUpperCase(Locale.ROOT)).orElse("NONE");
    switch (name) {
      case "NONE" -> warnOfAuthorizer(method, fields);
      case "AWS_IAM" ->
          operation
              .child(type.orElseThrow().range(), "x-amazon-apigateway-auth")
              .put("type", type.orElseThrow());
      case "CUSTOM", "COGNITO_USER_POOLS" -> authorizer(method, fields, name, requirement);
      default ->
          method.report(
              DocumentCodes.GM2105,
              type.orElseThrow().range(),
              "\"" + TYPE + "\" cannot be \"" + type.orElseThrow().text() + "\"",
              "allowed are NONE, AWS_IAM, CUSTOM and COGNITO_USER_POOLS");
    }
    if (fields.isTrue("ApiKeyRequired")) {
      form.apiKeyScheme(root, parts.range());
      requirement.list("api_key", List.of());
    }
    operation.list(
        "security",
        requirement.build().members().isEmpty() ? List.of() : List.of(requirement.build()));
  }

  /** A method that says it is open is open, whatever authorizer it names. */
  private static void warnOfAuthorizer(TemplateResource method, ResourceFields fields) {
    for (String property : List.of("AuthorizerId", "AuthorizationScopes")) {
      fields
          .value(property)
          .ifPresent(
              written ->
                  method.report(
                      DocumentCodes.GM2112,
                      written.range(),
                      "\"%s\" has no effect: the method is open by its \"%s\""
                          .formatted(property, TYPE),
                      "write CUSTOM or COGNITO_USER_POOLS, or remove \"%s\"".formatted(property)));
    }
  }

  private void authorizer(
      TemplateResource method, ResourceFields fields, String type, ObjectDraft requirement) {
    fields.required("AuthorizerId");
    Optional<TemplateResource> authorizer =
        parts.named(method, fields, "AuthorizerId", "AWS::ApiGateway::Authorizer");
    boolean pools = authorizer.filter(AuthorizerScheme::asksUserPools).isPresent();
    if (authorizer.isPresent() && pools != type.equals("COGNITO_USER_POOLS")) {
      method.report(
          ResourceCodes.GM2221,
          fields.range(),
          "authorizer \"%s\" is none of type %s".formatted(authorizer.get().logicalId(), type),
          "write " + (pools ? "COGNITO_USER_POOLS" : "CUSTOM"));
    }
    authorizer.ifPresent(
        found ->
            requirement.list(AuthorizerScheme.name(found), fields.texts("AuthorizationScopes")));
  }
}
