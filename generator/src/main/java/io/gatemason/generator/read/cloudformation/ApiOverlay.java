package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lays the settings of an API's resource over its document, in the words of documents. */
record ApiOverlay(ApiResource api) {
  private static final String CORS = "x-amazon-apigateway-cors";
  private static final String ENDPOINT_CONFIGURATION = "x-amazon-apigateway-endpoint-configuration";

  /** Properties that say what an extension of the document says as well. */
  private static final Map<String, String> EXTENSIONS =
      new TreeMap<>(
          Map.of(
              "ApiKeySourceType", "x-amazon-apigateway-api-key-source",
              "BinaryMediaTypes", "x-amazon-apigateway-binary-media-types",
              "EndpointAccessMode", "x-amazon-apigateway-endpoint-access-mode",
              "MinimumCompressionSize", "x-amazon-apigateway-minimum-compression-size",
              "Policy", "x-amazon-apigateway-policy",
              "SecurityPolicy", "x-amazon-apigateway-security-policy"));

  /** The document with the settings of the resource, which win over its own. */
  ObjectNode over(ObjectNode document) {
    List<Member> members = new ArrayList<>();
    EXTENSIONS.forEach(
        (property, extension) ->
            api.property(property).ifPresent(value -> members.add(member(extension, value))));
    endpointConfiguration(document).ifPresent(members::add);
    api.property("CorsConfiguration")
        .flatMap(Node::asObject)
        .filter(cors -> cors.members().keySet().stream().noneMatch(ApiOverlay::isFunction))
        .ifPresent(cors -> members.add(member(CORS, lowerCamel(cors))));
    members.addAll(document.members().values());
    return new ObjectNode(document.range(), document.tag(), members);
  }

  private static boolean isFunction(String name) {
    return name.equals("Ref") || name.startsWith("Fn::");
  }

  /** Documents write the names of templates with a small first letter. */
  private static ObjectNode lowerCamel(ObjectNode properties) {
    List<Member> members = new ArrayList<>();
    for (Member each : properties.members().values()) {
      String name = each.name();
      String lower =
          name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
      members.add(new Member(each.key().withText(lower), each.value()));
    }
    return new ObjectNode(properties.range(), properties.tag(), members);
  }

  private Optional<Member> endpointConfiguration(ObjectNode document) {
    List<Member> members = new ArrayList<>();
    api.property("DisableExecuteApiEndpoint")
        .ifPresent(disabled -> members.add(member("disableExecuteApiEndpoint", disabled)));
    api.property("EndpointConfiguration")
        .flatMap(
            kind ->
                kind.asScalar()
                    .<Node>map(type -> type)
                    .or(() -> ApiResource.member(kind, "Types"))
                    .or(() -> ApiResource.member(kind, "Type"))
                    .or(() -> Optional.of(kind).filter(ApiOverlay::isCall)))
        .ifPresent(types -> members.add(member("types", types)));
    if (members.isEmpty()) {
      return Optional.empty();
    }
    Range range = members.get(0).value().range();
    document
        .get(ENDPOINT_CONFIGURATION)
        .flatMap(Node::asObject)
        .ifPresent(written -> members.addAll(written.members().values()));
    return Optional.of(member(ENDPOINT_CONFIGURATION, new ObjectNode(range, "", members)));
  }

  /** What a function gives is judged when it is known; it must not pass for nothing. */
  private static boolean isCall(Node value) {
    return !value.tag().isEmpty()
        || value
            .asObject()
            .filter(
                object -> object.members().keySet().stream().anyMatch(n -> n.startsWith("Fn::")))
            .isPresent();
  }

  private static Member member(String name, Node value) {
    Range range = value.range();
    return new Member(ScalarNode.computed(range, name), value);
  }
}
