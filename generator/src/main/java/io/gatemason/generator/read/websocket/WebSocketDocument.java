package io.gatemason.generator.read.websocket;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.diagnostics.WebSocketApiCodes;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.PayloadModel;
import io.gatemason.generator.model.SelectionExpression;
import io.gatemason.generator.model.rest.ApiKeySource;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.stage.Stage;
import io.gatemason.generator.model.websocket.WebSocketApi;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a WebSocket API from what its resources say (docs/behaviour/websocket.md#resources). */
public final class WebSocketDocument {
  private static final String HEADER_KEY = "$request.header.x-api-key";
  private static final String AUTHORIZER_KEY = "$context.authorizer.usageIdentifierKey";

  private final SocketFields api;
  private final SocketFields parts;

  private WebSocketDocument(SocketFields parts) {
    this.parts = parts;
    this.api = parts.object("api").orElse(parts).titled("WebSocket API");
    if (api.isTrue("DisableSchemaValidation")) {
      api.withoutEffect("DisableSchemaValidation");
    }
    api.withoutEffect("CorsConfiguration", "CredentialsArn", "RouteKey", "Target");
  }

  /**
   * The API; what is wrong is reported.
   *
   * @param id the API's id
   * @param document the properties of its resources
   * @param stages its stages
   */
  public static WebSocketApi read(
      String id, ObjectNode document, List<Stage> stages, Diagnostics diagnostics) {
    return new WebSocketDocument(new SocketFields(document, "", diagnostics)).read(id, stages);
  }

  private WebSocketApi read(String id, List<Stage> stages) {
    SocketRoutes routes = new SocketRoutes(models().keySet());
    List<Method> methods =
        parts.objects("routes").stream().flatMap(route -> routes.read(route).stream()).toList();
    if (parts.objects("routes").isEmpty()) {
      api.report(
          WebSocketApiCodes.GM2902,
          api.range(),
          "at least one route is required",
          "declare an AWS::ApiGatewayV2::Route, such as $default");
    }
    Map<String, Authorizer> authorizers = routes.authorizers();
    return new WebSocketApi(
        id,
        parts.node(),
        api.text("Name").map(ScalarNode::text).orElse(id),
        api.text("Version").map(ScalarNode::text).orElse(""),
        api.text("Description").map(ScalarNode::text).orElse(""),
        stages,
        methods,
        models(),
        authorizers,
        apiKeySource(),
        api.isTrue("DisableExecuteApiEndpoint"),
        routeSelection());
  }

  private SelectionExpression routeSelection() {
    if (api.text("RouteSelectionExpression").isEmpty()) {
      api.report(
          WebSocketApiCodes.GM2901,
          api.range(),
          "nothing says which route takes a message: \"RouteSelectionExpression\" is missing",
          "add RouteSelectionExpression: $request.body.action");
    }
    return SocketMappings.expression(api, "RouteSelectionExpression")
        .orElseGet(
            () ->
                new SelectionExpression(
                    MessageRoute.DEFAULT,
                    List.of(new SelectionExpression.Literal(MessageRoute.DEFAULT))));
  }

  private ApiKeySource apiKeySource() {
    Optional<ScalarNode> written = api.text("ApiKeySelectionExpression");
    String text = written.map(expression -> expression.text().strip()).orElse(HEADER_KEY);
    if (!text.equals(HEADER_KEY) && !text.equals(AUTHORIZER_KEY)) {
      boolean asked =
          parts.objects("routes").stream().anyMatch(route -> route.isTrue("ApiKeyRequired"));
      api.report(
          asked ? WebSocketApiCodes.GM2901 : DocumentCodes.GM2112,
          written.orElseThrow().range(),
          "API keys are not found by \"" + text + "\"",
          "write " + HEADER_KEY + " or " + AUTHORIZER_KEY);
    }
    return text.equals(AUTHORIZER_KEY) ? ApiKeySource.AUTHORIZER : ApiKeySource.HEADER;
  }

  private Map<String, PayloadModel> models() {
    Map<String, PayloadModel> models = new LinkedHashMap<>();
    for (ObjectNode.Member member : parts.members("models")) {
      Optional<Node> schema = member.value().asObject().flatMap(model -> model.get("Schema"));
      schema.ifPresent(
          each ->
              models.put(
                  member.name(),
                  new PayloadModel(member.name(), each, PayloadModel.Dialect.DRAFT_4, false)));
    }
    return models;
  }
}
