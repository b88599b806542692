package io.gatemason.generator.read.websocket;

import io.gatemason.generator.diagnostics.WebSocketApiCodes;
import io.gatemason.generator.model.MappingTemplate;
import io.gatemason.generator.model.MessageRoute;
import io.gatemason.generator.model.ParameterMapping;
import io.gatemason.generator.model.ParameterMapping.Source;
import io.gatemason.generator.model.SelectionExpression;
import io.gatemason.generator.read.mapping.MappingExpressions;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parameter mappings, templates and selection expressions (docs/behaviour/websocket.md#mapping).
 */
final class SocketMappings {
  private static final String DEFAULT = "$default";
  private static final String JSON = "application/json";

  private SocketMappings() {}

  /** What is mapped to the backend. Only a handshake has headers and a query. */
  static List<ParameterMapping> ofRequest(SocketFields integration, String routeKey) {
    boolean handshake = routeKey.equals(MessageRoute.CONNECT);
    return read(integration, "RequestParameters", MappingExpressions.REQUEST, handshake);
  }

  /** What is mapped to the answer of a handshake. */
  static List<ParameterMapping> ofResponse(SocketFields response) {
    return read(response, "ResponseParameters", MappingExpressions.RESPONSE, true);
  }

  private static List<ParameterMapping> read(
      SocketFields owner, String property, MappingExpressions language, boolean handshake) {
    List<ParameterMapping> mappings = new ArrayList<>();
    for (ObjectNode.Member member : owner.members(property)) {
      Optional<MappingExpressions.TargetName> target = language.target(member.name());
      Optional<ScalarNode> value = member.value().asScalar();
      String written = value.map(text -> text.text().strip()).orElse("");
      Optional<Source> source =
          language.source(inWordsOfMethods(written)).filter(SocketMappings::canBeRead);
      if (target.isEmpty() || source.isEmpty()) {
        owner.report(
            WebSocketApiCodes.GM2904,
            member.key().range(),
            target.isEmpty()
                ? "\"" + member.name() + "\" is no target of a mapping"
                : "\"" + written + "\" is no source of a mapping",
            "targets are integration.request.header.…, .querystring.… and .path.…; sources are"
                + " route.request.header.…, .querystring.… and .body.…, context.…,"
                + " stageVariables.… and 'text'");
      } else if (!handshake && isOfHandshake(source.get())) {
        owner.report(
            WebSocketApiCodes.GM2904,
            member.key().range(),
            "\"" + written + "\" has a value for $connect only: messages have no headers",
            "keep it where the connection is opened, or send it in the message");
      } else {
        mappings.add(
            new ParameterMapping(
                target.get().target(), target.get().name(), source.get(), member.key().range()));
      }
    }
    return List.copyOf(mappings);
  }

  private static boolean canBeRead(Source source) {
    return !(source instanceof ParameterMapping.RequestBody body)
        || body.jsonPath().isEmpty()
        || SelectionExpressions.isJsonPath(
            (body.jsonPath().startsWith("[") ? "$" : "$.") + body.jsonPath());
  }

  /** The guide writes {@code route.request}, the API model {@code method.request}. */
  static String inWordsOfMethods(String expression) {
    return expression.startsWith("route.request.")
        ? "method" + expression.substring("route".length())
        : expression;
  }

  private static boolean isOfHandshake(Source source) {
    return source instanceof ParameterMapping.RequestHeader
        || source instanceof ParameterMapping.QueryParameter;
  }

  /**
   * The templates that may be chosen, and what chooses. Where the choice is the same for all
   * messages, it is the only template, as {@code $default}.
   */
  record Templates(
      Map<String, MappingTemplate> texts, Optional<SelectionExpression> selection, boolean some) {}

  static Templates templates(SocketFields owner, String property) {
    Map<String, MappingTemplate> all = new LinkedHashMap<>();
    for (ObjectNode.Member member : owner.members(property)) {
      member
          .value()
          .asScalar()
          .ifPresent(text -> all.put(member.name(), new MappingTemplate(member.name(), text)));
    }
    Optional<SelectionExpression> selection = expression(owner, "TemplateSelectionExpression");
    Optional<String> constant = selection.flatMap(SelectionExpression::constant);
    if (selection.isPresent() && constant.isEmpty()) {
      return new Templates(all, selection, !all.isEmpty());
    }
    MappingTemplate chosen = all.get(constant.orElse(DEFAULT));
    if (chosen == null) {
      chosen = all.get(DEFAULT);
    }
    if (chosen == null && constant.isEmpty() && all.size() == 1) {
      chosen = all.get(JSON);
    }
    return new Templates(
        chosen == null ? Map.of() : Map.of(DEFAULT, chosen), Optional.empty(), !all.isEmpty());
  }

  /** A selection expression; what is wrong with it is reported. */
  static Optional<SelectionExpression> expression(SocketFields owner, String property) {
    Optional<ScalarNode> written = owner.text(property).filter(text -> !text.text().isBlank());
    Optional<SelectionExpression> read =
        written.flatMap(text -> SelectionExpressions.parse(text.text()));
    if (written.isPresent() && read.isEmpty()) {
      owner.report(
          WebSocketApiCodes.GM2901,
          written.get().range(),
          "\"" + written.get().text() + "\" is no selection expression",
          "write $request.body.path or ${request.body.path}, with text around it; \\$ for a"
              + " dollar");
    }
    return read;
  }
}
