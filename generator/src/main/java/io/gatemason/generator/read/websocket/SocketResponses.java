package io.gatemason.generator.read.websocket;

import io.gatemason.generator.diagnostics.WebSocketApiCodes;
import io.gatemason.generator.model.ContentHandling;
import io.gatemason.generator.model.IntegrationResponse;
import io.gatemason.generator.model.SelectionPattern;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/** Reads integration responses (docs/behaviour/websocket.md#integrations). */
final class SocketResponses {
  private static final String DEFAULT = "$default";

  private SocketResponses() {}

  /** The responses of an integration; what selects nothing is reported and left out. */
  static List<IntegrationResponse> of(SocketFields fields) {
    return fields.objects("Responses").stream()
        .flatMap(response -> response(response).stream())
        .toList();
  }

  private static Optional<IntegrationResponse> response(SocketFields response) {
    Optional<ScalarNode> key = response.text("IntegrationResponseKey");
    String text = key.map(ScalarNode::text).orElse("");
    boolean pattern = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
    if (!pattern && !text.equals(DEFAULT)) {
      response.report(
          WebSocketApiCodes.GM2903,
          key.map(ScalarNode::range).orElseGet(response::range),
          "\"" + text + "\" selects no integration response",
          "write $default, or a regular expression between slashes, such as /4\\d\\d/");
      return Optional.empty();
    }
    SocketMappings.Templates templates = SocketMappings.templates(response, "ResponseTemplates");
    return Optional.of(
        new IntegrationResponse(
            pattern
                ? Optional.of(
                    new SelectionPattern(
                        text.substring(1, text.length() - 1), key.orElseThrow().range()))
                : Optional.empty(),
            key.orElseThrow().range(),
            "",
            SocketMappings.ofResponse(response),
            templates.texts(),
            response.choice("ContentHandlingStrategy", ContentHandling.class),
            templates.selection()));
  }
}
