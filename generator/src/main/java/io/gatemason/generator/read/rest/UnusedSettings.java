package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.RefusedHeaders;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Warns of members of an integration that its type does not use
 * (docs/behaviour/import.md#integrations).
 */
final class UnusedSettings {
  private static final List<String> MAPPINGS = List.of("responseParameters", "responseTemplates");

  private static final String HEADER = "integration.request.header.";

  private final OpenApiDocument document;

  UnusedSettings(OpenApiDocument document) {
    this.document = document;
  }

  void warn(Fields integration, String type) {
    for (String name : unused(type)) {
      warn(integration.node(), name, type);
    }
    if (type.equals("AWS_PROXY") && !refuses(integration.node())) {
      warn(integration.node(), "requestParameters", type);
    }
    if (type.endsWith("_PROXY")) {
      integration.node().get("responses").flatMap(Node::asObject).stream()
          .flatMap(responses -> responses.members().values().stream())
          .flatMap(response -> response.value().asObject().stream())
          .forEach(response -> MAPPINGS.forEach(name -> warn(response, name, type)));
    }
    boolean linked =
        integration
            .value("connectionType")
            .flatMap(Node::asScalar)
            .filter(s -> s.text().equalsIgnoreCase("VPC_LINK"))
            .isPresent();
    if (linked && !type.startsWith("HTTP")) {
      warn(integration.node(), "connectionType", type);
    }
    if (!type.endsWith("_PROXY") && IntegrationExtension.isStreamed(integration)) {
      warn(integration.node(), "responseTransferMode", type);
    }
  }

  private void warn(ObjectNode owner, String name, String type) {
    Optional<ObjectNode.Member> written = owner.member(name);
    boolean empty =
        written
            .map(ObjectNode.Member::value)
            .filter(v -> !v.isNull() && v.asObject().filter(o -> o.members().isEmpty()).isEmpty())
            .isEmpty();
    if (!empty) {
      document.report(
          DocumentCodes.GM2112,
          written.get().key().range(),
          "\"%s\" has no effect on an integration of type \"%s\""
              .formatted(name, type.toLowerCase(Locale.ROOT)),
          "remove it");
    }
  }

  /** Mappings of functions do nothing, but for those that make every request fail. */
  private static boolean refuses(ObjectNode integration) {
    return integration.get("requestParameters").flatMap(Node::asObject).stream()
        .flatMap(mappings -> mappings.members().keySet().stream())
        .anyMatch(
            target ->
                target.startsWith(HEADER)
                    && RefusedHeaders.byAws(target.substring(HEADER.length())));
  }

  private static List<String> unused(String type) {
    List<String> unused = new ArrayList<>();
    boolean http = type.startsWith("HTTP");
    if (type.endsWith("_PROXY")) {
      unused.add("requestTemplates");
    }
    if (http || type.equals("MOCK")) {
      unused.add("credentials");
    }
    if (!http) {
      unused.addAll(
          List.of("connectionId", "tlsConfig", "integration-target", "integrationTarget"));
    }
    if (type.equals("MOCK")) {
      unused.add("uri");
    }
    return unused;
  }
}
