package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.model.Api;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.document.ReadOptions;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells documents of HTTP APIs from those of REST APIs (docs/behaviour/http-api.md#kind). An HTTP
 * API has the extension {@code x-amazon-apigateway-importexport-version}, an integration with
 * payload format 2.0 or a subtype, or a {@code jwt} authorizer; CORS settings alone do not make
 * one. A REST API is a Swagger 2.0 document, or has an integration or authorizer of a type that
 * HTTP APIs do not have; these outweigh the extension, which people copy.
 */
public final class HttpApiMarks {
  /** The extension by which exports of HTTP APIs are known. */
  public static final String IMPORT_EXPORT_VERSION = "x-amazon-apigateway-importexport-version";

  private static final Set<String> REST_TYPES = Set.of("aws", "http", "mock");
  private static final Set<String> REST_AUTHORIZERS = Set.of("token", "cognito_user_pools");

  /** Parts that speak of a REST API, although an HTTP API may have them, without effect. */
  private static final List<String> REST_PARTS =
      List.of(
          "x-amazon-apigateway-gateway-responses",
          "x-amazon-apigateway-request-validators",
          "x-amazon-apigateway-request-validator",
          "x-amazon-apigateway-binary-media-types",
          "x-amazon-apigateway-minimum-compression-size",
          "x-amazon-apigateway-api-key-source",
          "x-amazon-apigateway-policy",
          "x-amazon-apigateway-documentation");

  private static final List<String> REST_MEMBERS =
      List.of(
          "requestTemplates",
          "responses",
          "passthroughBehavior",
          "contentHandling",
          "cacheNamespace",
          "cacheKeyParameters");

  private HttpApiMarks() {}

  private static Api.Kind kind(ReadOptions.ApiKind said) {
    return switch (said) {
      case REST -> Api.Kind.REST;
      case HTTP -> Api.Kind.HTTP;
    };
  }

  /**
   * The kind of API of a document of which no template says it: what only one kind has decides, or
   * else the build, or else it is a REST API, with a note where it could be both.
   */
  public static Api.Kind kind(OpenApiDocument document) {
    Optional<Api.Kind> marked = marked(document);
    Optional<Api.Kind> said = document.options().apiKind().map(HttpApiMarks::kind);
    if (marked.isPresent() && said.isPresent() && !said.equals(marked)) {
      note(
          document,
          "the document has what only "
              + marked.get()
              + " APIs have, and is read as one, whatever apiKind says",
          "apiKind decides where a document could be both");
    } else if (marked.isEmpty() && said.isEmpty() && couldBeBoth(document)) {
      note(
          document,
          "nothing says whether this is a REST or an HTTP API; it is read as a REST API",
          "set the plugin's parameter apiKind to rest or http, or declare the API in a template");
    }
    return marked.or(() -> said).orElse(Api.Kind.REST);
  }

  private static void note(OpenApiDocument document, String message, String hint) {
    Range version = document.fields().range(document.isSwagger() ? "swagger" : "openapi");
    document.report(HttpApiCodes.GM2815, version, message, hint);
  }

  private static Optional<Api.Kind> marked(OpenApiDocument document) {
    boolean exported = document.root().member(IMPORT_EXPORT_VERSION).isPresent();
    boolean rest =
        integrations(document).anyMatch(each -> isOneOf(each, REST_TYPES))
            || authorizers(document).anyMatch(each -> isOneOf(each, REST_AUTHORIZERS));
    if (exported && rest) {
      warnIgnored(document, document.root(), IMPORT_EXPORT_VERSION, "remove it");
    }
    boolean http =
        (exported && !rest)
            || authorizers(document).anyMatch(each -> isOneOf(each, Set.of("jwt")))
            || integrations(document).anyMatch(HttpApiMarks::marked);
    return http
        ? Optional.of(Api.Kind.HTTP)
        : Optional.of(Api.Kind.REST).filter(kind -> rest || document.isSwagger());
  }

  private static boolean couldBeBoth(OpenApiDocument document) {
    return integrations(document).findAny().isPresent()
        && REST_PARTS.stream().noneMatch(document.root()::has)
        && integrations(document).noneMatch(HttpApiMarks::speaksOfRest);
  }

  private static boolean speaksOfRest(Node integration) {
    return REST_MEMBERS.stream().anyMatch(member -> child(integration, member).isPresent())
        || child(integration, "requestParameters")
            .flatMap(Node::asObject)
            .filter(
                mappings ->
                    mappings.members().keySet().stream()
                        .anyMatch(k -> k.startsWith("integration.")))
            .isPresent();
  }

  static void warnIgnored(OpenApiDocument document, ObjectNode node, String name, String hint) {
    node.member(name)
        .ifPresent(
            member ->
                document.report(
                    DocumentCodes.GM2111,
                    member.key().range(),
                    "\"" + name + "\" is for HTTP APIs; a REST API ignores it",
                    hint));
  }

  private static Stream<Node> authorizers(OpenApiDocument document) {
    return document.section("securityDefinitions", "securitySchemes").stream()
        .flatMap(schemes -> schemes.members().values().stream())
        .flatMap(scheme -> child(scheme.value(), AuthorizerExtension.NAME).stream());
  }

  private static Stream<Node> integrations(OpenApiDocument document) {
    return document.root().get("paths").flatMap(Node::asObject).stream()
        .flatMap(paths -> paths.members().values().stream())
        .flatMap(path -> path.value().asObject().stream())
        .flatMap(path -> path.members().values().stream())
        .flatMap(operation -> child(operation.value(), IntegrationExtension.NAME).stream());
  }

  private static boolean isOneOf(Node node, Set<String> types) {
    return child(node, "type")
        .flatMap(Node::asScalar)
        .filter(type -> types.contains(type.text().toLowerCase(Locale.ROOT)))
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
