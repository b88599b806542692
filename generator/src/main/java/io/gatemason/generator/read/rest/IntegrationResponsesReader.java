package io.gatemason.generator.read.rest;

import io.gatemason.generator.diagnostics.DocumentCodes;
import io.gatemason.generator.model.ContentHandling;
import io.gatemason.generator.model.IntegrationResponse;
import io.gatemason.generator.model.SelectionPattern;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.read.document.OpenApiDocument;
import io.gatemason.generator.read.mapping.MappingExpressions;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How answers of the backend become answers of the method: a regular expression, or {@code default}
 * or nothing for the rest, and what comes of it (docs/behaviour/import.md#integration-responses).
 */
final class IntegrationResponsesReader {
  private static final List<String> KNOWN =
      List.of("statusCode", "responseParameters", "responseTemplates", "contentHandling");

  private final OpenApiDocument document;
  private final MethodSite site;

  IntegrationResponsesReader(OpenApiDocument document, MethodSite site) {
    this.document = document;
    this.site = site;
  }

  List<IntegrationResponse> read(Fields integration) {
    List<IntegrationResponse> read = new ArrayList<>();
    Optional<Fields> responses = integration.object("responses");
    for (ObjectNode.Member member : responses.map(Fields::members).orElse(List.of())) {
      responses
          .get()
          .object(member.name())
          .flatMap(fields -> read(member.key(), fields))
          .ifPresent(read::add);
    }
    return List.copyOf(read);
  }

  private Optional<IntegrationResponse> read(ScalarNode key, Fields fields) {
    fields.allow(KNOWN);
    Optional<ScalarNode> status = fields.scalar("statusCode");
    if (status.isEmpty()) {
      document.report(
          DocumentCodes.GM2181,
          key.range(),
          site.integrationProblem("response \"" + key.text() + "\" lacks \"statusCode\""),
          "add statusCode: \"200\", or another of the operation's responses");
      return Optional.empty();
    }
    boolean isDefault = key.text().equals("default") || key.text().isEmpty();
    return Optional.of(
        new IntegrationResponse(
            isDefault
                ? Optional.empty()
                : Optional.of(new SelectionPattern(key.text(), key.range())),
            key.range(),
            status.get().text().strip(),
            ParameterMappingsReader.of(document, MappingExpressions.RESPONSE, site)
                .read(fields, "responseParameters"),
            new TemplatesReader(document).read(fields, "responseTemplates"),
            fields.choice("contentHandling", ContentHandling.class),
            Optional.empty()));
  }
}
