package io.gatemason.generator.read.http;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.diagnostics.HttpApiCodes;
import io.gatemason.generator.read.document.Fields;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code x-amazon-apigateway-integration} of an HTTP API. */
final class DocumentIntegration {
  /** The extension's name. */
  static final String NAME = "x-amazon-apigateway-integration";

  private static final List<String> KNOWN =
      List.of(
          "type",
          "httpMethod",
          "uri",
          "payloadFormatVersion",
          "integrationSubtype",
          "requestParameters",
          "responseParameters",
          "credentials",
          "connectionType",
          "connectionId",
          "timeoutInMillis",
          "tlsConfig",
          "description");

  /** Members that only integrations of REST APIs have. */
  private static final Set<String> REST_ONLY =
      Set.of(
          "requestTemplates",
          "responses",
          "cacheKeyParameters",
          "cacheNamespace",
          "contentHandling",
          "passthroughBehavior",
          "integrationTarget",
          "integration-target",
          "responseTransferMode");

  private DocumentIntegration() {}

  static IntegrationForm form(String title, Fields fields, Diagnostics diagnostics) {
    List<String> allowed = new ArrayList<>(KNOWN);
    allowed.addAll(REST_ONLY);
    fields.allow(allowed);
    for (ObjectNode.Member member : fields.members()) {
      if (REST_ONLY.contains(member.name())) {
        diagnostics.report(
            HttpApiCodes.GM2811,
            member.key().range(),
            "\"" + member.name() + "\" has no effect on an HTTP API",
            "remove it, or describe a REST API");
      }
    }
    return new IntegrationForm(
        title,
        fields.range(),
        fields.scalar("type"),
        fields.scalar("integrationSubtype"),
        fields.scalar("httpMethod"),
        fields.scalar("uri"),
        fields.scalar("payloadFormatVersion"),
        fields.scalar("credentials"),
        fields.scalar("connectionType"),
        fields.scalar("connectionId"),
        fields.scalar("timeoutInMillis"),
        fields.object("tlsConfig").flatMap(tls -> tls.scalar("serverNameToVerify")),
        fields.object("requestParameters").map(DocumentIntegration::entries).orElse(List.of()),
        statuses(fields));
  }

  private static List<IntegrationForm.Entry> entries(Fields map) {
    List<IntegrationForm.Entry> entries = new ArrayList<>();
    for (ObjectNode.Member member : map.members()) {
      Optional<ScalarNode> value = map.scalar(member.name());
      value.ifPresent(v -> entries.add(new IntegrationForm.Entry(member.key(), v)));
    }
    return entries;
  }

  private static List<IntegrationForm.StatusEntries> statuses(Fields fields) {
    Optional<Fields> map = fields.object("responseParameters");
    List<IntegrationForm.StatusEntries> statuses = new ArrayList<>();
    for (ObjectNode.Member member : map.map(Fields::members).orElse(List.of())) {
      map.get()
          .object(member.name())
          .ifPresent(
              entries ->
                  statuses.add(new IntegrationForm.StatusEntries(member.key(), entries(entries))));
    }
    return statuses;
  }
}
