package io.gatemason.generator.read.assemble.rest;

import io.gatemason.generator.read.assemble.ApiParts;
import io.gatemason.generator.read.assemble.ObjectDraft;
import io.gatemason.generator.read.resource.ResourceFields;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The integration of a method, in the words of a document. */
final class IntegrationObject {
  private static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("CacheKeyParameters", "cacheKeyParameters"),
              Map.entry("CacheNamespace", "cacheNamespace"),
              Map.entry("ConnectionId", "connectionId"),
              Map.entry("ConnectionType", "connectionType"),
              Map.entry("ContentHandling", "contentHandling"),
              Map.entry("Credentials", "credentials"),
              Map.entry("IntegrationHttpMethod", "httpMethod"),
              Map.entry("IntegrationTarget", "integrationTarget"),
              Map.entry("PassthroughBehavior", "passthroughBehavior"),
              Map.entry("RequestParameters", "requestParameters"),
              Map.entry("RequestTemplates", "requestTemplates"),
              Map.entry("ResponseTransferMode", "responseTransferMode"),
              Map.entry("TimeoutInMillis", "timeoutInMillis"),
              Map.entry("Type", "type"),
              Map.entry("Uri", "uri")));

  private static final Map<String, String> OF_RESPONSE =
      new TreeMap<>(
          Map.of(
              "ContentHandling", "contentHandling",
              "ResponseParameters", "responseParameters",
              "ResponseTemplates", "responseTemplates",
              "StatusCode", "statusCode"));

  private IntegrationObject() {}

  /** Adds the integration to an operation. */
  static void add(TemplateResource method, ResourceFields written, ObjectDraft operation) {
    ObjectDraft integration = operation.child(written.range(), "x-amazon-apigateway-integration");
    NAMES.forEach((property, name) -> integration.put(name, written.written(property)));
    for (ResourceFields response : written.objects("IntegrationResponses")) {
      Optional<ScalarNode> pattern = response.text("SelectionPattern");
      Range at = pattern.map(ScalarNode::range).orElseGet(response::range);
      String name = pattern.map(ScalarNode::text).filter(text -> !text.isEmpty()).orElse("default");
      ObjectDraft draft =
          ApiParts.only(
              method, integration.child("responses"), at, name, "the integration response");
      OF_RESPONSE.forEach((property, member) -> draft.put(member, response.written(property)));
    }
  }
}
