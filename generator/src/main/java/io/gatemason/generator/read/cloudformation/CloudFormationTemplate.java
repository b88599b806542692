package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A CloudFormation or SAM template: what it says about names that API documents use. Immutable.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">Template
 *     sections</a>
 */
public final class CloudFormationTemplate {
  /** How the name of a loop begins, which writes members in its place. */
  public static final String LOOP = "Fn::ForEach::";

  private static final String FUNCTION_NAME = "FunctionName";

  private final ObjectNode root;
  private final Map<String, String> names;

  /** Wraps the root of a template. */
  public CloudFormationTemplate(ObjectNode root) {
    this(root, Map.of());
  }

  private CloudFormationTemplate(ObjectNode root, Map<String, String> names) {
    this.root = root;
    this.names = Map.copyOf(names);
  }

  /** The template that has these resources, by their logical ids, and nothing else. */
  public static CloudFormationTemplate ofResources(Member resources) {
    ScalarNode key = ScalarNode.computed(resources.key().range(), "Resources");
    return new CloudFormationTemplate(
        new ObjectNode(resources.value().range(), "", List.of(new Member(key, resources.value()))));
  }

  /** The same, with more computed names of resources by their logical ids. */
  public CloudFormationTemplate withNames(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(names);
    all.putAll(more);
    return new CloudFormationTemplate(root, all);
  }

  /** The computed name of a resource. */
  Optional<String> name(String logicalId) {
    return Optional.ofNullable(names.get(logicalId));
  }

  /** Whether a document is a template: it has resources with AWS types, or loops over such. */
  public static boolean isTemplate(ObjectNode root) {
    return root.get("Resources")
        .flatMap(Node::asObject)
        .filter(resources -> resources.members().values().stream().anyMatch(m -> isResource(m)))
        .isPresent();
  }

  private static boolean isResource(Member member) {
    return member.name().startsWith(LOOP) || type(member.value()).contains("::");
  }

  /** The name of its file below the source folder. */
  public String name() {
    return root.range().file().name();
  }

  /** What a SAM template says of all its resources of some types. */
  public ObjectNode globals() {
    return section("Globals");
  }

  /** The properties of a resource as written, with those of all resources of its type. */
  public ObjectNode properties(String logicalId) {
    ObjectNode own =
        resources()
            .get(logicalId)
            .flatMap(Node::asObject)
            .flatMap(r -> r.get("Properties"))
            .flatMap(Node::asObject)
            .orElseGet(() -> new ObjectNode(resourceRange(logicalId), "", List.of()));
    return SamGlobals.merged(globals(), resourceType(logicalId), own);
  }

  /** Where the resources stand. */
  public Range resourcesRange() {
    return root.member("Resources").map(m -> m.key().range()).orElse(root.range());
  }

  /** Whether a parameter's value must not be shown. */
  public boolean isNoEcho(String parameter) {
    return section("Parameters")
        .get(parameter)
        .flatMap(Node::asObject)
        .flatMap(p -> p.get("NoEcho"))
        .flatMap(Node::asScalar)
        .filter(text -> text.text().equalsIgnoreCase("true"))
        .isPresent();
  }

  /** The root. */
  public ObjectNode root() {
    return root;
  }

  /** Whether macros change the template before it is deployed, those of SAM included. */
  boolean isTransformed() {
    return root.has("Transform");
  }

  /** The members of {@code Resources}; an empty object where there are none. */
  public ObjectNode resources() {
    return section("Resources");
  }

  /** The type of a resource; empty text where there is no such resource. */
  public String resourceType(String logicalId) {
    return resources().get(logicalId).map(CloudFormationTemplate::type).orElse("");
  }

  /** A property of a resource, if it is plain text. */
  public Optional<String> property(String logicalId, String name) {
    return written(logicalId, name)
        .filter(node -> node.tag().isEmpty())
        .flatMap(Node::asScalar)
        .map(ScalarNode::text)
        .or(() -> name(logicalId).filter(known -> name.equals(FUNCTION_NAME)));
  }

  /** A property of a function as written, also where all functions of the template have it. */
  public Optional<Node> functionProperty(String logicalId, String name) {
    return written(logicalId, name).or(() -> ofFunctions(name));
  }

  /** The folder or file that {@code cdk synth} made of a function's code or an API's document. */
  public Optional<String> assetPath(String logicalId) {
    return resources()
        .get(logicalId)
        .flatMap(Node::asObject)
        .flatMap(resource -> resource.get("Metadata"))
        .flatMap(Node::asObject)
        .flatMap(metadata -> metadata.get("aws:asset:path"))
        .flatMap(Node::asScalar)
        .map(ScalarNode::text);
  }

  /** The environment variables of a function as written, those of all functions included. */
  public Map<String, Node> functionEnvironment(String logicalId) {
    Map<String, Node> variables = new TreeMap<>(variables(ofFunctions("Environment")));
    variables.putAll(variables(written(logicalId, "Environment")));
    return variables;
  }

  private static Map<String, Node> variables(Optional<Node> environment) {
    Map<String, Node> variables = new TreeMap<>();
    environment
        .flatMap(Node::asObject)
        .flatMap(e -> e.get("Variables"))
        .flatMap(Node::asObject)
        .ifPresent(v -> v.members().forEach((name, each) -> variables.put(name, each.value())));
    return variables;
  }

  /** Where the name of a resource stands. */
  public Range resourceRange(String logicalId) {
    return resources().member(logicalId).map(m -> m.key().range()).orElse(root.range());
  }

  /** A property of a resource as written. */
  Optional<Node> written(String logicalId, String property) {
    return resources()
        .get(logicalId)
        .flatMap(Node::asObject)
        .flatMap(r -> r.get("Properties"))
        .flatMap(Node::asObject)
        .flatMap(p -> p.get(property));
  }

  /** What a SAM template says of all its functions (docs/behaviour/import.md#functions). */
  private Optional<Node> ofFunctions(String property) {
    return section("Globals").get("Function").flatMap(Node::asObject).flatMap(f -> f.get(property));
  }

  /** The name of the condition on which there is a resource; empty where there always is. */
  public Optional<String> resourceCondition(String logicalId) {
    return resources()
        .get(logicalId)
        .flatMap(Node::asObject)
        .flatMap(r -> r.get("Condition"))
        .flatMap(Node::asScalar)
        .map(ScalarNode::text);
  }

  Optional<String> parameterDefault(String name) {
    return section("Parameters")
        .get(name)
        .flatMap(Node::asObject)
        .filter(p -> !ParameterRules.isStored(p))
        .flatMap(p -> p.get("Default"))
        .flatMap(Node::asScalar)
        .map(ScalarNode::text);
  }

  boolean declaresParameter(String name) {
    return section("Parameters").has(name);
  }

  boolean declaresList(String parameter) {
    return section("Parameters")
        .get(parameter)
        .flatMap(Node::asObject)
        .filter(ParameterRules::isList)
        .isPresent();
  }

  public Optional<Node> condition(String name) {
    return section("Conditions").get(name);
  }

  public Optional<Node> mapping(String map, String top, String second) {
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
