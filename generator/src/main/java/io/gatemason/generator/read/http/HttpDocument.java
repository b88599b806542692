package io.gatemason.generator.read.http;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.model.http.HttpApi;
import io.gatemason.generator.model.http.Route;
import io.gatemason.generator.model.http.RouteAuthorizer;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an OpenAPI document as that of an HTTP API (docs/behaviour/http-api.md#import). Nothing is
 * fetched or read besides it.
 */
public final class HttpDocument {
  private static final String AUTHORIZER = "x-amazon-apigateway-authorizer";
  private static final String ENDPOINT = "x-amazon-apigateway-endpoint-configuration";
  private static final List<String> REST_ONLY =
      List.of(
          "x-amazon-apigateway-gateway-responses",
          "x-amazon-apigateway-request-validators",
          "x-amazon-apigateway-request-validator",
          "x-amazon-apigateway-binary-media-types",
          "x-amazon-apigateway-minimum-compression-size",
          "x-amazon-apigateway-api-key-source",
          "x-amazon-apigateway-policy",
          "x-amazon-apigateway-documentation",
          "security");
  private static final List<String> AUTHORIZER_MEMBERS =
      List.of(
          "type",
          "authorizerUri",
          "authorizerCredentials",
          "authorizerPayloadFormatVersion",
          "authorizerResultTtlInSeconds",
          "enableSimpleResponses",
          "identitySource",
          "identityValidationExpression",
          "jwtConfiguration");

  private static final String ENDPOINT_OFF = "disableExecuteApiEndpoint";

  private final OpenApiDocument document;
  private final Diagnostics diagnostics;

  private HttpDocument(OpenApiDocument document, Diagnostics diagnostics) {
    this.document = document;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads a document.
   *
   * @param diagnostics receives every problem; routes that cannot be read as they stand are in the
   *     result with a stand-in, so that checks see them
   * @return the API without stages; empty, with an error, where the document cannot be one
   */
  public static Optional<HttpApi> read(OpenApiDocument document, Diagnostics diagnostics) {
    if (document.isSwagger()) {
      diagnostics.report(
          HttpApiCodes.GM2804,
          document.fields().range("swagger"),
          "an HTTP API cannot be imported from a Swagger 2.0 document",
          "convert it to openapi: 3.0.1, or describe a REST API");
      return Optional.empty();
    }
    return Optional.of(new HttpDocument(document, diagnostics).read());
  }

  private HttpApi read() {
    for (String name : REST_ONLY) {
      document.root().member(name).ifPresent(member -> warnRestOnly(member.key()));
    }
    document.fields().choice("x-amazon-apigateway-importexport-version", List.of("1.0"));
    Map<String, RouteAuthorizer> authorizers = authorizers();
    List<Route> routes = new DocumentRoutes(document, authorizers, diagnostics).read();
    Optional<Fields> info = document.fields().object("info");
    return new HttpApi(
        document.apiId(),
        document.root(),
        info.flatMap(i -> i.string("title")).orElse(document.apiId()),
        info.flatMap(i -> i.string("version")).orElse(""),
        info.flatMap(i -> i.string("description")).orElse(""),
        List.of(),
        routes,
        authorizers,
        CorsReader.read(document),
        endpointDisabled());
  }

  /** Warns of a part that only REST APIs have. */
  private void warnRestOnly(ScalarNode key) {
    diagnostics.report(
        HttpApiCodes.GM2811,
        key.range(),
        "\"" + key.text() + "\" has no effect on an HTTP API",
        "remove it, or describe a REST API");
  }

  /** A template's word, which stands at the root, counts before that of the servers. */
  private boolean endpointDisabled() {
    Optional<Fields> whole = document.fields().object(ENDPOINT);
    if (whole.filter(fields -> fields.value(ENDPOINT_OFF).isPresent()).isPresent()) {
      return whole.get().bool(ENDPOINT_OFF);
    }
    for (Node server : document.fields().standardItems("servers")) {
      Optional<Fields> endpoint =
          server
              .asObject()
              .map(object -> document.fields(object, "server"))
              .flatMap(fields -> fields.object(ENDPOINT));
      if (endpoint.isPresent() && endpoint.get().bool(ENDPOINT_OFF)) {
        return true;
      }
    }
    return false;
  }

  private Map<String, RouteAuthorizer> authorizers() {
    Map<String, RouteAuthorizer> found = new LinkedHashMap<>();
    Optional<ObjectNode> schemes = document.section("securityDefinitions", "securitySchemes");
    for (ObjectNode.Member member :
        schemes.map(s -> List.copyOf(s.members().values())).orElse(List.of())) {
      document
          .resolveObject(member.value())
          .map(object -> document.fields(object, "security scheme \"" + member.name() + "\""))
          .flatMap(scheme -> authorizer(member.name(), scheme))
          .ifPresent(authorizer -> found.put(member.name(), authorizer));
    }
    return found;
  }

  private Optional<RouteAuthorizer> authorizer(String name, Fields scheme) {
    Optional<Fields> extension = scheme.object(AUTHORIZER);
    if (extension.isEmpty()) {
      return Optional.empty();
    }
    Fields fields = extension.get();
    fields.allow(AUTHORIZER_MEMBERS);
    fields
        .node()
        .member("identityValidationExpression")
        .ifPresent(member -> warnRestOnly(member.key()));
    Optional<Fields> jwt = fields.object("jwtConfiguration");
    return RouteAuthorizers.of(
        new AuthorizerForm(
            name,
            fields.range(),
            fields.scalar("type"),
            identitySources(fields),
            jwt.flatMap(j -> j.text("issuer")),
            scheme.text("openIdConnectUrl"),
            jwt.map(j -> j.texts("audience")).orElse(List.of()),
            fields.text("authorizerUri"),
            fields.text("authorizerCredentials"),
            fields.scalar("authorizerPayloadFormatVersion"),
            fields.bool("enableSimpleResponses"),
            fields.scalar("authorizerResultTtlInSeconds")),
        diagnostics);
  }

  private static List<ScalarNode> identitySources(Fields fields) {
    boolean list = fields.value("identitySource").flatMap(Node::asArray).isPresent();
    List<ScalarNode> sources = new ArrayList<>();
    if (list) {
      sources.addAll(fields.texts("identitySource"));
    } else {
      fields.text("identitySource").ifPresent(sources::add);
    }
    return sources;
  }
}
