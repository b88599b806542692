package io.gatemason.generator.read.assemble.http;

import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The integration of a route, in the words of a document. */
final class RouteIntegrationObject {
  private static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ConnectionId", "connectionId"),
              Map.entry("ConnectionType", "connectionType"),
              Map.entry("CredentialsArn", "credentials"),
              Map.entry("IntegrationMethod", "httpMethod"),
              Map.entry("IntegrationSubtype", "integrationSubtype"),
              Map.entry("IntegrationType", "type"),
              Map.entry("IntegrationUri", "uri"),
              Map.entry("PayloadFormatVersion", "payloadFormatVersion"),
              Map.entry("RequestParameters", "requestParameters"),
              Map.entry("TimeoutInMillis", "timeoutInMillis")));

  private RouteIntegrationObject() {}

  /** Adds what is written; the first to say something counts. */
  static void add(ResourceFields written, ObjectDraft integration) {
    NAMES.forEach((property, name) -> integration.put(name, written.written(property)));
    written
        .object("TlsConfig")
        .flatMap(tls -> tls.written("ServerNameToVerify"))
        .ifPresent(name -> integration.child("tlsConfig").put("serverNameToVerify", name));
    Optional<ResourceFields> responses = written.object("ResponseParameters");
    for (Member status : responses.map(ResourceFields::writtenMembers).orElse(List.of())) {
      responses
          .get()
          .object(status.name())
          .ifPresent(
              changes ->
                  changes(
                      changes,
                      integration
                          .child("responseParameters")
                          .child(status.key().range(), status.name())));
    }
    integration.text("payloadFormatVersion", "1.0");
  }

  private static void changes(ResourceFields status, ObjectDraft changes) {
    for (ResourceFields change : status.objects("ResponseParameters")) {
      Optional<ScalarNode> destination = change.required("Destination");
      Optional<Node> source = change.written("Source");
      if (destination.isPresent() && source.isPresent()) {
        changes.put(destination.get().range(), destination.get().text(), source.get());
      }
    }
  }
}
