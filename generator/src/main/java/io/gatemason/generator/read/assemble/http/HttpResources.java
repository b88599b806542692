package io.gatemason.generator.read.assemble.http;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.DocumentForm;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.assemble.Operations;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The routes, integrations and authorizers of an HTTP API that are resources of a template, and
 * what {@code Target} makes of an API, as the document that says the same
 * (docs/behaviour/resources.md#http). Functions stay as they are written.
 */
public final class HttpResources {
  static final String AUTHORIZER = "AWS::ApiGatewayV2::Authorizer";
  private static final String ROUTE = "AWS::ApiGatewayV2::Route";
  private static final String INTEGRATION = "AWS::ApiGatewayV2::Integration";
  private static final String OVERRIDES = "AWS::ApiGatewayV2::ApiGatewayManagedOverrides";
  private static final String EXTENSION = "x-amazon-apigateway-integration";
  private static final List<String> VERBS = HttpMethod.names();

  private static final Map<String, String> OF_AUTHORIZER =
      new TreeMap<>(
          Map.of(
              "AuthorizerCredentialsArn", "authorizerCredentials",
              "AuthorizerPayloadFormatVersion", "authorizerPayloadFormatVersion",
              "AuthorizerResultTtlInSeconds", "authorizerResultTtlInSeconds",
              "AuthorizerUri", "authorizerUri",
              "EnableSimpleResponses", "enableSimpleResponses",
              "IdentitySource", "identitySource"));

  private final ApiParts parts;
  private final ObjectNode document;
  private final ObjectDraft root;

  private HttpResources(ApiParts parts, ObjectNode document) {
    this.parts = parts;
    this.document = document;
    this.root = new ObjectDraft(parts.range());
  }

  /** Whether there are any. */
  public static boolean areThere(ApiParts parts) {
    return parts.api().fields().written("Target").isPresent()
        || !parts.of(ROUTE).isEmpty()
        || !parts.of(AUTHORIZER).isEmpty();
  }

  /**
   * The document.
   *
   * @param document the one beside which they stand
   */
  public static ObjectNode of(ApiParts parts, ObjectNode document) {
    HttpResources resources = new HttpResources(parts, document);
    parts.of(AUTHORIZER).forEach(resources::authorizer);
    resources.quickCreate();
    parts.of(ROUTE).forEach(resources::route);
    MessageParts.warn(parts);
    return resources.root.build();
  }

  /** By which routes ask for an authorizer. */
  static String authorizerName(TemplateResource authorizer) {
    return authorizer.fields().text("Name").map(ScalarNode::text).orElseGet(authorizer::logicalId);
  }

  private void authorizer(TemplateResource resource) {
    ResourceFields fields = resource.fields();
    Optional<ScalarNode> type = fields.required("AuthorizerType");
    boolean jwt = type.filter(text -> text.text().equalsIgnoreCase("JWT")).isPresent();
    ObjectDraft scheme =
        ApiParts.only(
            resource,
            DocumentForm.OPENAPI_3_0.securitySchemes(root),
            resource.range(),
            authorizerName(resource),
            "the authorizer");
    scheme.text("type", jwt ? "oauth2" : "apiKey");
    ObjectDraft authorizer = scheme.child("x-amazon-apigateway-authorizer");
    type.ifPresent(
        text -> authorizer.put("type", text.withText(text.text().toLowerCase(Locale.ROOT))));
    OF_AUTHORIZER.forEach((property, name) -> authorizer.put(name, fields.written(property)));
    fields
        .object("JwtConfiguration")
        .ifPresent(
            written ->
                authorizer
                    .child("jwtConfiguration")
                    .put("issuer", written.written("Issuer"))
                    .put("audience", written.written("Audience")));
  }

  /** One route with an integration, which may be changed. */
  private void quickCreate() {
    TemplateResource api = parts.api();
    Optional<ScalarNode> target = api.fields().text("Target");
    Optional<ResourceFields> overrides =
        parts.of(OVERRIDES).stream().findFirst().map(TemplateResource::fields);
    if (target.isEmpty()) {
      parts.of(OVERRIDES).forEach(HttpResources::refuseOverrides);
      return;
    }
    ScalarNode key =
        api.fields()
            .text("RouteKey")
            .orElseGet(() -> ScalarNode.computed(target.get().range(), "$default"));
    Optional<ObjectDraft> operation = operation(api, key, target.get().range());
    Optional<ResourceFields> route = overrides.flatMap(fields -> fields.object("Route"));
    operation.ifPresent(
        draft -> {
          Optional<TemplateResource> other =
              route.flatMap(fields -> parts.named(api, fields, "Target", INTEGRATION));
          ObjectDraft integration = draft.child(target.get().range(), EXTENSION);
          if (other.isPresent()) {
            RouteIntegrationObject.add(other.get().fields(), integration);
          } else {
            ofTarget(target.get(), overrides, integration);
          }
          route.ifPresent(
              fields -> {
                draft.put("operationId", fields.written("OperationName"));
                new RouteAccess(parts).fill(api, fields, draft);
              });
        });
  }

  private void ofTarget(
      ScalarNode target, Optional<ResourceFields> overrides, ObjectDraft integration) {
    ResourceFields api = parts.api().fields();
    boolean function = target.text().startsWith("arn:");
    integration.put("uri", api.written("Target"));
    integration.text("type", function ? "AWS_PROXY" : "HTTP_PROXY");
    integration.put("credentials", api.written("CredentialsArn"));
    overrides
        .flatMap(fields -> fields.object("Integration"))
        .ifPresent(fields -> overridden(fields, integration));
    integration.text("payloadFormatVersion", function ? "2.0" : "1.0");
    integration.text("httpMethod", function ? "POST" : "ANY");
  }

  private static void overridden(ResourceFields fields, ObjectDraft integration) {
    integration.put("payloadFormatVersion", fields.written("PayloadFormatVersion"));
    integration.put("timeoutInMillis", fields.written("TimeoutInMillis"));
    integration.put("httpMethod", fields.written("IntegrationMethod"));
  }

  private static void refuseOverrides(TemplateResource overrides) {
    overrides.report(
        ResourceCodes.GM2221,
        overrides.range(),
        "there is nothing to override: the API has no \"Target\"",
        "change the routes and integrations themselves");
  }

  private void route(TemplateResource route) {
    ResourceFields fields = route.fields();
    Optional<ScalarNode> key = fields.required("RouteKey");
    Optional<ObjectDraft> found = key.flatMap(text -> operation(route, text, route.range()));
    if (found.isEmpty()) {
      return;
    }
    if (fields.isTrue("ApiKeyRequired")) {
      route.report(
          ResourceCodes.GM2221,
          fields.value("ApiKeyRequired").map(Node::range).orElseGet(fields::range),
          "HTTP APIs have no API keys: the route would stay open",
          "let an authorizer guard it, or make it a method of a REST API");
    }
    ObjectDraft operation = found.get();
    operation.put("operationId", fields.written("OperationName"));
    new RouteAccess(parts).fill(route, fields, operation);
    parts
        .named(route, fields, "Target", INTEGRATION)
        .ifPresent(
            integration ->
                RouteIntegrationObject.add(
                    integration.fields(), operation.child(integration.range(), EXTENSION)));
  }

  /** The operation of a route key; empty where it is none or is there already. */
  private Optional<ObjectDraft> operation(TemplateResource route, ScalarNode key, Range range) {
    String text = key.text().strip();
    boolean isDefault = text.equals("$default");
    int space = text.indexOf(' ');
    if (!isDefault && !isRouteKey(text, space)) {
      route.report(
          DocumentCodes.GM2105,
          key.range(),
          "\"" + text + "\" is no route key of an HTTP API",
          "write a verb and a path, such as GET /pets, or $default");
      return Optional.empty();
    }
    String path = isDefault ? "/$default" : text.substring(space).strip();
    String written = isDefault ? "any" : text.substring(0, space).toLowerCase(Locale.ROOT);
    String verb = written.equals("any") ? "x-amazon-apigateway-any-method" : written;
    ObjectDraft item = root.child("paths").child(key.range(), path);
    if (Operations.of(document, path, verb).isPresent() || item.has(verb)) {
      route.report(
          ResourceCodes.GM2219,
          key.range(),
          "the route \"" + text + "\" is declared twice",
          "remove one of them");
      return Optional.empty();
    }
    ObjectDraft operation = item.child(range, verb);
    if (isDefault) {
      operation.put("isDefaultRoute", ObjectDraft.bool(range, true));
    }
    operation.child("responses");
    return Optional.of(operation);
  }

  private static boolean isRouteKey(String text, int space) {
    return space > 0
        && VERBS.contains(text.substring(0, space).toUpperCase(Locale.ROOT))
        && text.substring(space).strip().startsWith("/");
  }

  /** Whether an API is one of HTTP, rather than of WebSockets. */
  public static boolean isHttp(TemplateResource api) {
    Optional<Node> protocol = api.fields().value("ProtocolType");
    return api.type().equals("AWS::ApiGatewayV2::Api")
        && protocol
            .flatMap(Node::asScalar)
            .filter(text -> text.text().equalsIgnoreCase("WEBSOCKET"))
            .isEmpty();
  }
}
