package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * A CloudFormation or SAM template: what it says about names that API documents use. Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">Template
 *     sections</a>
 */
public final class CloudFormationTemplate {
  private final ObjectNode root;

  /** Wraps the root of a template. */
  public CloudFormationTemplate(ObjectNode root) {
    this.root = root;
  }

  /** Whether a document is a template: it has resources with AWS types. */
  public static boolean isTemplate(ObjectNode root) {
    return root.get("Resources")
        .flatMap(Node::asObject)
        .filter(r -> r.members().values().stream().anyMatch(m -> type(m.value()).contains("::")))
        .isPresent();
  }

  /** The root. */
  public ObjectNode root() {
    return root;
  }

  /** The members of {@code Resources}; an empty object where there are none. */
  public ObjectNode resources() {
    return section("Resources");
  }

  /** The type of a resource; empty text where there is no such resource. */
  String resourceType(String logicalId) {
    return resources().get(logicalId).map(CloudFormationTemplate::type).orElse("");
  }

  /** A property of a resource, if it is plain text. */
  Optional<String> property(String logicalId, String name) {
    return resources()
        .get(logicalId)
        .flatMap(Node::asObject)
        .flatMap(r -> r.get("Properties"))
        .flatMap(Node::asObject)
        .flatMap(p -> p.get(name))
        .filter(node -> node.tag().isEmpty())
        .flatMap(Node::asScalar)
        .map(ScalarNode::text);
  }

  Optional<String> parameterDefault(String name) {
    return section("Parameters")
        .get(name)
        .flatMap(Node::asObject)
        .flatMap(p -> p.get("Default"))
        .flatMap(Node::asScalar)
        .map(ScalarNode::text);
  }

  boolean declaresParameter(String name) {
    return section("Parameters").has(name);
  }

  Optional<Node> condition(String name) {
    return section("Conditions").get(name);
  }

  Optional<Node> mapping(String map, String top, String second) {
    return section("Mappings")
        .get(map)
        .flatMap(Node::asObject)
        .flatMap(m -> m.get(top))
        .flatMap(Node::asObject)
        .flatMap(m -> m.get(second));
  }

  private ObjectNode section(String name) {
    return root.get(name)
        .flatMap(Node::asObject)
        .orElseGet(() -> new ObjectNode(root.range(), "", List.of()));
  }

  private static String type(Node resource) {
    return resource
        .asObject()
        .flatMap(r -> r.get("Type"))
        .flatMap(Node::asScalar)
        .map(ScalarNode::text)
        .orElse("");
  }
}
