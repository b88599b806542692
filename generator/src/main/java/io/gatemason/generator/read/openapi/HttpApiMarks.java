package io.gatemason.generator.read.openapi;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import java.util.Optional;

/**
 * Tells documents of HTTP APIs from those of REST APIs. An HTTP API has the extension {@code
 * x-amazon-apigateway-importexport-version}, an integration with payload format 2.0 or a subtype,
 * or a {@code jwt} authorizer; CORS settings alone do not make one (rest-api.md 1.1, 1.4, 1.5).
 */
public final class HttpApiMarks {
  /** The extension by which exports of HTTP APIs are known. */
  public static final String IMPORT_EXPORT_VERSION = "x-amazon-apigateway-importexport-version";

  private HttpApiMarks() {}

  /** Reports, once, that the document describes an HTTP API; false where it does not. */
  public static boolean report(OpenApiDocument document) {
    Optional<Range> mark =
        document
            .root()
            .member(IMPORT_EXPORT_VERSION)
            .map(m -> m.key().range())
            .or(() -> jwtAuthorizer(document))
            .or(() -> httpIntegration(document));
    mark.ifPresent(
        range ->
            document.report(
                DiagnosticCode.GM2190,
                range,
                "HTTP APIs are not supported yet",
                "remove the file from the source folder, or describe a REST API"));
    return mark.isPresent();
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

  private static Optional<Range> jwtAuthorizer(OpenApiDocument document) {
    return document.section("securityDefinitions", "securitySchemes").stream()
        .flatMap(schemes -> schemes.members().values().stream())
        .flatMap(scheme -> child(scheme.value(), AuthorizerExtension.NAME).stream())
        .flatMap(authorizer -> child(authorizer, "type").stream())
        .filter(type -> type.asScalar().filter(s -> s.text().equalsIgnoreCase("jwt")).isPresent())
        .map(Node::range)
        .findFirst();
  }

  private static Optional<Range> httpIntegration(OpenApiDocument document) {
    return document.root().get("paths").flatMap(Node::asObject).stream()
        .flatMap(paths -> paths.members().values().stream())
        .flatMap(path -> path.value().asObject().stream())
        .flatMap(path -> path.members().values().stream())
        .flatMap(operation -> child(operation.value(), IntegrationExtension.NAME).stream())
        .flatMap(integration -> mark(integration).stream())
        .findFirst();
  }

  private static Optional<Range> mark(Node integration) {
    return child(integration, "payloadFormatVersion")
        .filter(v -> v.asScalar().filter(s -> s.text().startsWith("2")).isPresent())
        .or(() -> child(integration, "integrationSubtype"))
        .map(Node::range);
  }

  private static Optional<Node> child(Node node, String name) {
    return node.asObject().flatMap(o -> o.get(name)).filter(value -> !value.isNull());
  }
}
