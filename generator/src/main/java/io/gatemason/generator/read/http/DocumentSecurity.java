package io.gatemason.generator.read.http;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.model.http.RouteAuthorization;
import io.gatemason.generator.model.http.RouteAuthorizer;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may call a route: its own {@code security} and no other, with one requirement
 * (docs/behaviour/http-api.md#authorizers).
 */
final class DocumentSecurity {
  private static final String AUTH = "x-amazon-apigateway-auth";
  private static final String AUTHTYPE = "x-amazon-apigateway-authtype";

  private final OpenApiDocument document;
  private final Map<String, RouteAuthorizer> authorizers;
  private final Diagnostics diagnostics;

  DocumentSecurity(
      OpenApiDocument document, Map<String, RouteAuthorizer> authorizers, Diagnostics diagnostics) {
    this.document = document;
    this.authorizers = authorizers;
    this.diagnostics = diagnostics;
  }

  RouteAuthorization read(Fields operation) {
    Optional<Fields> auth = operation.object(AUTH);
    if (auth.isPresent()) {
      Optional<String> type = auth.get().choice("type", List.of("NONE", "AWS_IAM"));
      if (type.isPresent()) {
        if (requirements(operation).findAny().isPresent()) {
          diagnostics.report(
              HttpApiCodes.GM2813,
              operation.range("security"),
              "\"" + AUTH + "\" and \"security\" both say who may call",
              "say it once");
        }
        return type.get().equals("NONE")
            ? new RouteAuthorization.None()
            : new RouteAuthorization.Iam(auth.get().range("type"));
      }
    }
    List<ObjectNode.Member> requirements = requirements(operation).toList();
    if (requirements.size() > 1) {
      diagnostics.report(
          HttpApiCodes.GM2813,
          operation.range("security"),
          "an operation of an HTTP API has one security requirement, not " + requirements.size(),
          "name one authorizer");
    }
    return requirements.isEmpty() ? new RouteAuthorization.None() : read(requirements.get(0));
  }

  private static Stream<ObjectNode.Member> requirements(Fields operation) {
    return operation.items("security").stream()
        .flatMap(alternative -> alternative.asObject().stream())
        .flatMap(alternative -> alternative.members().values().stream());
  }

  private RouteAuthorization read(ObjectNode.Member requirement) {
    String name = requirement.name();
    RouteAuthorizer authorizer = authorizers.get(name);
    if (authorizer != null) {
      List<String> scopes =
          requirement.value().asArray().map(ArrayNode::items).orElse(List.of()).stream()
              .flatMap(item -> item.asScalar().stream())
              .map(ScalarNode::text)
              .toList();
      boolean knowsScopes = authorizer instanceof RouteAuthorizer.Jwt;
      if (!scopes.isEmpty() && !knowsScopes) {
        diagnostics.report(
            HttpApiCodes.GM2810,
            requirement.value().range(),
            "authorizer \"" + name + "\" is a function, which knows no scopes",
            "remove them, and let the function judge");
      }
      return new RouteAuthorization.ByAuthorizer(
          name, knowsScopes ? scopes : List.of(), requirement.key().range());
    }
    boolean signed =
        document
            .section("securityDefinitions", "securitySchemes")
            .flatMap(all -> all.get(name))
            .flatMap(document::resolveObject)
            .flatMap(scheme -> scheme.get(AUTHTYPE))
            .flatMap(Node::asScalar)
            .filter(type -> type.text().toLowerCase(Locale.ROOT).equals("awssigv4"))
            .isPresent();
    if (signed) {
      return new RouteAuthorization.Iam(requirement.key().range());
    }
    diagnostics.report(
        HttpApiCodes.GM2814,
        requirement.key().range(),
        "security scheme \"" + name + "\" has no authorizer; the route would stay open",
        Fields.hint(
            name, authorizers.keySet(), "give the scheme an x-amazon-apigateway-authorizer"));
    return new RouteAuthorization.None();
  }
}
