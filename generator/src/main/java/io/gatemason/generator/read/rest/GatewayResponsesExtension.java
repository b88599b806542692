package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.rest.GatewayResponse;
import io.gatemason.generator.model.rest.GatewayResponseType;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.mapping.MappingExpressions;
import io.gatemason.generator.read.rest.root.ApiDraft;
import io.gatemason.generator.read.rest.root.RootReader;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Customised answers of the gateway itself, by type; every member is optional and unknown types are
 * refused (docs/behaviour/import.md#gateway-responses,
 * docs/behaviour/responses.md#gateway-responses).
 */
public final class GatewayResponsesExtension implements RootReader {
  /** The extension's name. */
  public static final String NAME = "x-amazon-apigateway-gateway-responses";

  private static final List<String> TYPES =
      Arrays.stream(GatewayResponseType.values()).map(Enum::name).toList();

  @Override
  public void read(OpenApiDocument document, ApiDraft draft) {
    Optional<Fields> responses = document.fields().object(NAME);
    for (ObjectNode.Member member : responses.map(Fields::members).orElse(List.of())) {
      if (TYPES.contains(member.name())) {
        GatewayResponseType type = GatewayResponseType.valueOf(member.name());
        responses
            .get()
            .object(member.name())
            .ifPresent(f -> draft.gatewayResponses.put(type, read(document, type, member, f)));
      } else {
        document.report(
            DocumentCodes.GM2150,
            member.key().range(),
            "gateway response type \"%s\" is not known; Member must satisfy enum value set: %s"
                .formatted(member.name(), TYPES),
            Fields.hint(member.name(), TYPES, "write one of the types"));
      }
    }
  }

  private static GatewayResponse read(
      OpenApiDocument document, GatewayResponseType type, ObjectNode.Member member, Fields fields) {
    fields.allow(List.of("statusCode", "responseParameters", "responseTemplates"));
    Map<String, ScalarNode> templates = new LinkedHashMap<>();
    new TemplatesReader(document)
        .read(fields, "responseTemplates")
        .forEach((mediaType, template) -> templates.put(mediaType, template.text()));
    return new GatewayResponse(
        type,
        member.key().range(),
        status(document, type, fields),
        new ParameterMappingsReader(
                document, MappingExpressions.GATEWAY_RESPONSE, "gateway response " + type)
            .read(fields, "responseParameters"),
        templates);
  }

  private static OptionalInt status(
      OpenApiDocument document, GatewayResponseType type, Fields fields) {
    Optional<ScalarNode> status = fields.scalar("statusCode");
    if (status.isPresent() && !status.get().text().matches("[1-5]\\d\\d")) {
      document.report(
          DocumentCodes.GM2151,
          status.get().range(),
          "gateway response " + type + ": \"" + status.get().text() + "\" is no status code",
          "write three digits between 100 and 599");
      return OptionalInt.empty();
    }
    return status.isPresent()
        ? OptionalInt.of(Integer.parseInt(status.get().text()))
        : OptionalInt.empty();
  }
}
