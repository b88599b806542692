package io.gatemason.generator.read.openapi;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
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

  /** Reports, once, that the document describes an HTTP API; false where it does not. */
  public static boolean report(OpenApiDocument document) {
    Optional<Range> version =
        document.root().member(IMPORT_EXPORT_VERSION).map(m -> m.key().range());
    boolean rest = version.isPresent() && integrations(document).anyMatch(HttpApiMarks::onlyRest);
    Optional<Range> mark =
        version
            .filter(range -> !rest)
            .or(() -> jwtAuthorizer(document))
            .or(() -> integrations(document).flatMap(i -> mark(i).stream()).findFirst());
    if (rest) {
      warnIgnored(document, document.root(), IMPORT_EXPORT_VERSION, "remove it");
    }
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
