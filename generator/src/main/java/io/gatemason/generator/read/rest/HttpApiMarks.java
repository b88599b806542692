package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells documents of HTTP APIs from those of REST APIs. An HTTP API has the extension {@code
 * x-amazon-apigateway-importexport-version}, an integration with payload format 2.0 or a subtype,
 * or a {@code jwt} authorizer; CORS settings alone do not make one. Integrations that only REST
 * APIs have outweigh the first, which people copy (docs/behaviour/import.md#extensions,
 * docs/behaviour/import.md#authorizers, docs/behaviour/import.md#integrations).
 */
public final class HttpApiMarks {
  /** The extension by which exports of HTTP APIs are known. */
  public static final String IMPORT_EXPORT_VERSION = "x-amazon-apigateway-importexport-version";

  private static final Set<String> ONLY_REST = Set.of("aws", "http", "mock");

  private HttpApiMarks() {}

  /** The kind of API that the document itself speaks of: REST where nothing says otherwise. */
  public static Api.Kind kind(OpenApiDocument document) {
    boolean exported = document.root().member(IMPORT_EXPORT_VERSION).isPresent();
    boolean rest = exported && integrations(document).anyMatch(HttpApiMarks::onlyRest);
    if (rest) {
      warnIgnored(document, document.root(), IMPORT_EXPORT_VERSION, "remove it");
    }
    boolean http =
        (exported && !rest)
            || jwtAuthorizer(document)
            || integrations(document).anyMatch(HttpApiMarks::marked);
    return http ? Api.Kind.HTTP : Api.Kind.REST;
  }

  static void warnIgnored(OpenApiDocument document, ObjectNode node, String name, String hint) {
    node.member(name)
        .ifPresent(
            member ->
                document.report(
                    DiagnosticCode.GM2111,
                    member.key().range(),
                    "\"" + name + "\" is for HTTP APIs; a REST API ignores it",
                    hint));
  }

  private static boolean jwtAuthorizer(OpenApiDocument document) {
    return document.section("securityDefinitions", "securitySchemes").stream()
        .flatMap(schemes -> schemes.members().values().stream())
        .flatMap(scheme -> child(scheme.value(), AuthorizerExtension.NAME).stream())
        .flatMap(authorizer -> child(authorizer, "type").stream())
        .anyMatch(
            type -> type.asScalar().filter(s -> s.text().equalsIgnoreCase("jwt")).isPresent());
  }

  private static Stream<Node> integrations(OpenApiDocument document) {
    return document.root().get("paths").flatMap(Node::asObject).stream()
        .flatMap(paths -> paths.members().values().stream())
        .flatMap(path -> path.value().asObject().stream())
        .flatMap(path -> path.members().values().stream())
        .flatMap(operation -> child(operation.value(), IntegrationExtension.NAME).stream());
  }

  private static boolean onlyRest(Node integration) {
    return child(integration, "type")
        .flatMap(Node::asScalar)
        .filter(type -> ONLY_REST.contains(type.text().toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private static boolean marked(Node integration) {
    boolean second =
        child(integration, "payloadFormatVersion")
            .flatMap(Node::asScalar)
            .filter(version -> version.text().startsWith("2"))
            .isPresent();
    return second || child(integration, "integrationSubtype").isPresent();
  }

  private static Optional<Node> child(Node node, String name) {
    return node.asObject().flatMap(o -> o.get(name)).filter(value -> !value.isNull());
  }
}
