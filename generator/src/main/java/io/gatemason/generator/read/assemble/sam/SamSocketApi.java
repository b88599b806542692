package io.gatemason.generator.read.assemble.sam;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.WebSocketApiCodes;
import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.assemble.websocket.SocketResources;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A WebSocket API of SAM: its routes with the integrations that SAM makes of them, and who may
 * connect (docs/behaviour/resources.md#sam-websocket).
 */
public final class SamSocketApi {
  /** The type of its resource. */
  public static final String TYPE = "AWS::Serverless::WebSocketApi";

  private static final String CONNECT = "$connect";
  private static final Set<String> FIXED = Set.of(CONNECT, "$disconnect", "$default");

  /** What is passed on as it is written. */
  private static final List<String> API =
      List.of(
          "ApiKeySelectionExpression",
          "Description",
          "DisableExecuteApiEndpoint",
          "DisableSchemaValidation",
          "RouteSelectionExpression");

  private static final List<String> ROUTE =
      List.of(
          "ApiKeyRequired",
          "ModelSelectionExpression",
          "OperationName",
          "RequestModels",
          "RequestParameters",
          "RouteResponseSelectionExpression");

  private final ApiParts parts;
  private final TemplateResource api;

  private SamSocketApi(ApiParts parts) {
    this.parts = parts;
    this.api = parts.api();
  }

  /** The document of the API, functions as written. */
  public static ObjectNode document(ApiParts parts) {
    SamSocketApi sam = new SamSocketApi(parts);
    ObjectDraft own = new ObjectDraft(parts.range());
    API.forEach(name -> own.put(name, sam.api.fields().written(name)));
    own.put(
        "Name",
        sam.api
            .fields()
            .written("Name")
            .orElseGet(() -> ScalarNode.computed(parts.range(), sam.api.logicalId())));
    return SocketResources.of(parts, own, sam.routes());
  }

  private List<Node> routes() {
    Optional<ResourceFields> written = api.fields().object("Routes");
    List<Node> routes = new ArrayList<>();
    for (Member member : written.map(ResourceFields::writtenMembers).orElse(List.of())) {
      if (!FIXED.contains(member.name()) && !member.name().matches("[A-Za-z0-9]+")) {
        report(
            WebSocketApiCodes.GM2902,
            member.key().range(),
            "\"" + member.name() + "\" is no route key of a WebSocket API of SAM",
            "write $connect, $disconnect, $default, or letters and digits");
      } else {
        written.get().object(member.name()).ifPresent(f -> routes.add(route(member.key(), f)));
      }
    }
    if (routes.isEmpty()) {
      report(
          WebSocketApiCodes.GM2902, api.range(), "the API has no route", "add one to \"Routes\"");
    }
    boolean connects = written.filter(all -> all.written(CONNECT).isPresent()).isPresent();
    if (!connects) {
      api.fields()
          .written("Auth")
          .ifPresent(
              auth ->
                  report(
                      WebSocketApiCodes.GM2905,
                      auth.range(),
                      "\"Auth\" says who may connect, and there is no route $connect",
                      "add the route $connect"));
    }
    return routes;
  }

  private ObjectNode route(ScalarNode key, ResourceFields fields) {
    Range range = key.range();
    ObjectDraft route = new ObjectDraft(range);
    route.text("LogicalId", logicalId(key.text()) + "Route");
    route.put("RouteKey", key);
    ROUTE.forEach(name -> route.put(name, fields.written(name)));
    ObjectDraft integration = route.child("Integration").text("IntegrationType", "AWS_PROXY");
    fields
        .required("FunctionArn")
        .flatMap(any -> fields.written("FunctionArn"))
        .ifPresent(arn -> integration.put("IntegrationUri", FunctionUri.of(arn)));
    integration.put("TimeoutInMillis", fields.written("IntegrationTimeout"));
    integration.list("Responses", List.of());
    route.put("Answers", ObjectDraft.bool(range, answers(key, fields)));
    if (key.text().equals(CONNECT)) {
      authorization(route);
    } else {
      fields
          .written("RequestParameters")
          .ifPresent(
              each ->
                  report(
                      WebSocketApiCodes.GM2902,
                      each.range(),
                      "only the route $connect has request parameters",
                      "remove them"));
    }
    return route.build();
  }

  /** SAM makes no route responses; a template may have its own, for the routes that SAM makes. */
  private boolean answers(ScalarNode key, ResourceFields fields) {
    String id = logicalId(key.text()) + "Route";
    boolean answers =
        parts.of("AWS::ApiGatewayV2::RouteResponse").stream()
            .flatMap(response -> response.properties().get("RouteId").stream())
            .flatMap(named -> SamTemplates.reference(named).stream())
            .anyMatch(id::equals);
    Optional<Node> selection = fields.written("RouteResponseSelectionExpression");
    if (selection.isPresent() && !answers) {
      report(
          DocumentCodes.GM2112,
          selection.get().range(),
          "\"RouteResponseSelectionExpression\" has no effect: SAM makes no route response",
          "declare an AWS::ApiGatewayV2::RouteResponse with RouteId: !Ref " + id);
    }
    return answers;
  }

  private void authorization(ObjectDraft route) {
    Optional<ResourceFields> auth = api.fields().object("Auth");
    if (auth.isEmpty()) {
      return;
    }
    Optional<ScalarNode> type = auth.get().required("AuthType");
    String text = type.map(t -> t.text().toUpperCase(Locale.ROOT)).orElse("");
    type.ifPresent(written -> route.put("AuthorizationType", written.withText(text)));
    if (text.equals("CUSTOM")) {
      authorizer(auth.get(), route.child("Authorizer"));
    } else if (type.isPresent() && auth.get().writtenMembers().size() > 1) {
      report(
          WebSocketApiCodes.GM2905,
          type.get().range(),
          "\"AuthType\" " + text + " stands alone",
          "remove the other members, or write CUSTOM");
    }
  }

  private void authorizer(ResourceFields auth, ObjectDraft authorizer) {
    String id = api.logicalId() + "ConnectAuthorizer";
    authorizer.text("LogicalId", id).text("AuthorizerType", "REQUEST");
    authorizer.put(
        "Name", auth.written("Name").orElseGet(() -> ScalarNode.computed(auth.range(), id)));
    auth.required("AuthArn")
        .flatMap(any -> auth.written("AuthArn"))
        .ifPresent(arn -> authorizer.put("AuthorizerUri", FunctionUri.of(arn)));
    authorizer.put("AuthorizerCredentialsArn", auth.written("InvokeRole"));
    authorizer.put("IdentitySource", auth.written("IdentitySource"));
  }

  /** {@code Chat} and {@code $connect} are {@code ChatConnect}. */
  private String logicalId(String key) {
    String word = key.startsWith("$") ? key.substring(1) : key;
    return api.logicalId()
        + word.substring(0, 1).toUpperCase(Locale.ROOT)
        + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private void report(DiagnosticCode code, Range range, String message, String hint) {
    api.report(code, range, message, hint);
  }
}
