package io.gatemason.generator.read.websocket;

import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.diagnostics.WebSocketApiCodes;
import io.gatemason.generator.model.Authorizer;
import io.gatemason.generator.model.HttpMethod;
import io.gatemason.generator.model.Integration;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.ResourcePath;
import io.gatemason.generator.model.SelectionExpression;
import io.gatemason.generator.model.rest.Method;
import io.gatemason.generator.model.rest.MethodRequest;
import io.gatemason.generator.model.rest.MethodRequest.Location;
import io.gatemason.generator.model.rest.MethodRequest.Parameter;
import io.gatemason.generator.model.rest.MethodRequest.PayloadModelReference;
import io.gatemason.generator.model.rest.RequestValidator;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the routes of a WebSocket API (docs/behaviour/websocket.md#routes). */
final class SocketRoutes {
  private static final Set<String> FIXED =
      Set.of(MessageRoute.CONNECT, MessageRoute.DISCONNECT, MessageRoute.DEFAULT);

  /** The routes whose events need nobody who takes them. */
  private static final Set<String> TELLING = Set.of(MessageRoute.CONNECT, MessageRoute.DISCONNECT);

  private final Set<String> models;
  private final Set<String> keys = new HashSet<>();
  private final ConnectAuthorization authorization = new ConnectAuthorization();

  /**
   * @param models the names of the API's models
   */
  SocketRoutes(Set<String> models) {
    this.models = models;
  }

  /** The authorizers that the routes so far name. */
  Map<String, Authorizer> authorizers() {
    return authorization.authorizers();
  }

  /** A route; empty, after a diagnostic, where it has no key of its own. */
  Optional<Method> read(SocketFields written) {
    Optional<ScalarNode> key = written.text("RouteKey");
    String text = key.map(ScalarNode::text).orElse("");
    SocketFields fields = written.titled("route \"" + text + "\"");
    Range range = key.map(ScalarNode::range).orElseGet(fields::range);
    boolean known = !text.startsWith("$") || FIXED.contains(text);
    if (text.isEmpty() || !known || !keys.add(text)) {
      fields.report(
          WebSocketApiCodes.GM2902,
          range,
          known && !text.isEmpty() ? "there are two of them" : "\"" + text + "\" is no route key",
          "keys are $connect, $disconnect, $default and texts that begin without a dollar, each"
              + " once");
      return Optional.empty();
    }
    Optional<SelectionExpression> selection =
        SocketMappings.expression(fields, "ModelSelectionExpression");
    return Optional.of(
        new Method(
            new ResourcePath(text, List.of()),
            HttpMethod.ANY,
            fields.text("OperationName").map(ScalarNode::text),
            range,
            "/Resources/" + fields.text("LogicalId").map(ScalarNode::text).orElse(""),
            request(fields, text, selection),
            Map.of(),
            authorization.read(fields, text),
            apiKeyRequired(fields, text),
            integration(fields, text),
            Optional.of(new MessageRoute(text, answers(fields, text), selection))));
  }

  private static Integration integration(SocketFields fields, String key) {
    Optional<SocketFields> integration = fields.object("Integration");
    if (integration.isEmpty() && TELLING.contains(key)) {
      return AbsentIntegrations.agreeing(fields.range());
    }
    if (integration.isEmpty()) {
      fields.report(
          HttpApiCodes.GM2805,
          fields.range(),
          "the route has no integration",
          "add Target: !Sub integrations/${…}; until then its messages are answered with an"
              + " error");
    }
    return integration
        .map(each -> SocketIntegrations.of(each.titled(fields.title()), key))
        .orElseGet(() -> AbsentIntegrations.failing(fields.range()));
  }

  /** Messages are answered where the route says how, and there is a response to choose. */
  private static boolean answers(SocketFields fields, String key) {
    boolean selected =
        fields
            .text("RouteResponseSelectionExpression")
            .filter(text -> !text.text().isBlank())
            .isPresent();
    fields
        .text("RouteResponseSelectionExpression")
        .filter(text -> !text.text().isBlank() && !text.text().strip().matches("\\\\?\\$default"))
        .ifPresent(
            text ->
                fields.report(
                    WebSocketApiCodes.GM2901,
                    text.range(),
                    "\"" + text.text() + "\" selects no route response",
                    "write $default: there is no other route response"));
    boolean possible = !key.equals(MessageRoute.CONNECT) && !key.equals(MessageRoute.DISCONNECT);
    return selected && fields.isTrue("Answers") && possible;
  }

  private MethodRequest request(
      SocketFields fields, String key, Optional<SelectionExpression> selection) {
    List<Parameter> parameters = new ArrayList<>();
    for (ObjectNode.Member member : fields.members("RequestParameters")) {
      parameter(member).ifPresent(parameters::add);
    }
    Map<String, PayloadModelReference> named = new LinkedHashMap<>();
    for (ObjectNode.Member member : fields.members("RequestModels")) {
      String model = member.value().asScalar().map(ScalarNode::text).orElse("");
      if (models.contains(model)) {
        named.put(member.name(), new PayloadModelReference(model, member.value().range()));
      } else {
        fields.report(
            WebSocketApiCodes.GM2902,
            member.value().range(),
            "there is no model \"" + model + "\"",
            "name an AWS::ApiGatewayV2::Model of the API");
      }
    }
    boolean connects = key.equals(MessageRoute.CONNECT);
    boolean validates = selection.isPresent() || (connects && !parameters.isEmpty());
    return new MethodRequest(
        parameters,
        named,
        validates
            ? Optional.of(
                new RequestValidator("route", fields.range(), selection.isPresent(), connects))
            : Optional.empty());
  }

  /** {@code route.request.header.name} with {@code {Required: true}}, or with the bare word. */
  private static Optional<Parameter> parameter(ObjectNode.Member member) {
    String name = SocketMappings.inWordsOfMethods(member.name());
    boolean header = name.startsWith("method.request.header.");
    if (!header && !name.startsWith("method.request.querystring.")) {
      return Optional.empty();
    }
    Optional<Node> required =
        member
            .value()
            .asObject()
            .flatMap(object -> object.get("Required"))
            .or(() -> Optional.of(member.value()));
    boolean isRequired =
        required
            .flatMap(Node::asScalar)
            .filter(value -> value.text().toLowerCase(Locale.ROOT).equals("true"))
            .isPresent();
    return Optional.of(
        new Parameter(
            header ? Location.HEADER : Location.QUERYSTRING,
            name.substring(name.indexOf('.', "method.request.".length()) + 1),
            isRequired,
            member.key().range()));
  }

  private static boolean apiKeyRequired(SocketFields fields, String key) {
    boolean connects = key.equals(MessageRoute.CONNECT);
    if (fields.isTrue("ApiKeyRequired") && !connects) {
      fields.report(
          WebSocketApiCodes.GM2905,
          fields.text("ApiKeyRequired").map(ScalarNode::range).orElseGet(fields::range),
          "only $connect can require an API key: messages carry none",
          "move it to the route $connect");
    }
    return fields.isTrue("ApiKeyRequired") && connects;
  }
}
