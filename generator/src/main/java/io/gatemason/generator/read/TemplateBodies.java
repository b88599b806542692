package io.gatemason.generator.read;

import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The API documents that stand inside a template, by the logical ids of their resources. Those that
 * a template only names lie in the folder as files of their own.
 */
final class TemplateBodies {
  private static final Map<String, String> BODY =
      Map.of(
          "AWS::Serverless::Api", "DefinitionBody",
          "AWS::Serverless::HttpApi", "DefinitionBody",
          "AWS::ApiGateway::RestApi", "Body",
          "AWS::ApiGatewayV2::Api", "Body");

  private final CloudFormationTemplate template;

  TemplateBodies(CloudFormationTemplate template) {
    this.template = template;
  }

  void forEach(BiConsumer<String, ObjectNode> consumer) {
    template
        .resources()
        .members()
        .forEach((id, member) -> body(member.value()).ifPresent(body -> consumer.accept(id, body)));
  }

  private static Optional<ObjectNode> body(Node resource) {
    String type =
        resource
            .asObject()
            .flatMap(r -> r.get("Type"))
            .flatMap(Node::asScalar)
            .map(ScalarNode::text)
            .orElse("");
    return Optional.ofNullable(BODY.get(type))
        .flatMap(
            property ->
                resource
                    .asObject()
                    .flatMap(r -> r.get("Properties"))
                    .flatMap(Node::asObject)
                    .flatMap(p -> p.get(property)))
        .flatMap(Node::asObject)
        .filter(body -> body.has("openapi") || body.has("swagger"));
  }
}
