package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What names stand for: parameters of the build first, then pseudo parameters, then what templates
 * declare. Immutable.
 */
public final class Names {
  private static final Pattern EXPRESSION = Pattern.compile("[(?\"|!=<>+*]|\\s");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/-]+");

  private static final String INVOCATION =
      "arn:{p}:apigateway:{r}:lambda:path/2015-03-31/functions/{n}/invocations";

  /** Resources of which Ref gives a property that others have too. */
  private static final Map<String, String> NAMED_BY =
      Map.of(
          "AWS::ApiGateway::Model", "Name",
          "AWS::ApiGateway::Stage", "StageName",
          "AWS::ApiGatewayV2::Stage", "StageName",
          "AWS::ApiGateway::DomainName", "DomainName",
          "AWS::ApiGatewayV2::DomainName", "DomainName");

  private final Map<String, String> parameters;
  private final PseudoParameters pseudo;
  private final List<CloudFormationTemplate> templates;

  public Names(Map<String, String> parameters, List<CloudFormationTemplate> templates) {
    this.parameters = Map.copyOf(parameters);
    this.pseudo = new PseudoParameters(parameters);
    this.templates = List.copyOf(templates);
  }

  public List<CloudFormationTemplate> templates() {
    return templates;
  }

  /** The same, with what a template declares before what others do. */
  public Names seenBy(CloudFormationTemplate template) {
    List<CloudFormationTemplate> ordered = new ArrayList<>(templates);
    ordered.sort(Comparator.comparing(other -> other != template));
    return new Names(parameters, ordered);
  }

  /** How the user gives a name a value, in words that a shell takes. */
  public static String howToSet(String name) {
    String option = "-Dgatemason.parameters." + name + "=…";
    boolean plain = PLAIN.matcher(name).matches();
    return "set the parameter \"%s\", for example by %s"
        .formatted(name, plain ? option : "'" + option.replace("'", "'\\''") + "'");
  }

  /** Whether a placeholder holds more than a name. */
  static boolean isExpression(String placeholder) {
    return EXPRESSION.matcher(placeholder).find();
  }

  /** The words for an expression of another tool's language. */
  static String notEvaluated(String expression) {
    return "expression \"" + expression + "\" is not evaluated";
  }

  /** What to do about it. */
  static String howToGive(String expression) {
    return "fill in the template before, or " + howToSet(expression);
  }

  /** A value that the user gave; {@code var.x} is also found as {@code x}. */
  public Optional<String> parameter(String name) {
    String value = parameters.get(name);
    if (value == null && name.startsWith("var.")) {
      value = parameters.get(name.substring("var.".length()));
    }
    return Optional.ofNullable(value);
  }

  /** A parameter, a pseudo parameter or the default of a template's parameter. */
  Optional<String> value(String name) {
    return parameter(name)
        .or(() -> pseudo.value(name))
        .or(() -> templates.stream().flatMap(t -> t.parameterDefault(name).stream()).findFirst());
  }

  /** What {@code Ref} gives for a resource that a template declares. */
  Optional<String> resource(String name) {
    String type = type(name);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    String physical =
        Optional.ofNullable(NAMED_BY.get(type))
            .flatMap(property -> declaring(name).flatMap(t -> t.property(name, property)))
            .orElseGet(() -> physicalName(name));
    return Optional.of(
        ResourceKind.declared(type)
            .map(kind -> pseudo.filled(kind.ref(), physical))
            .orElse(physical));
  }

  /** What {@code Fn::GetAtt} gives; made up from the logical name where it can be. */
  Optional<String> attribute(String name, String attribute, Place place) {
    return parameter(name + "." + attribute).or(() -> assumed(name, attribute, place));
  }

  /**
   * Whether a template says that the name is a parameter, so that only the user knows its value.
   */
  boolean isTemplateParameter(String name) {
    return templates.stream().anyMatch(t -> t.declaresParameter(name));
  }

  /** The texts of a value of a template's parameter that is a list; empty where it is none. */
  public Optional<List<String>> items(String name, String value) {
    return templates.stream()
        .filter(t -> t.declaresParameter(name))
        .findFirst()
        .filter(t -> t.declaresList(name))
        .map(t -> ParameterRules.items(value));
  }

  /**
   * Whether all names stand where this one does: in a template to which no macro adds resources.
   */
  boolean wouldKnow(Range range) {
    String file = range.file().name();
    return templates.stream().anyMatch(t -> t.name().equals(file) && !t.isTransformed());
  }

  String arn(ResourceKind kind, String name) {
    return pseudo.filled(kind.arn(), name);
  }

  /** What says the name of a resource, as written; empty where the cloud makes it up. */
  public static Optional<Node> writtenName(CloudFormationTemplate template, String logicalId) {
    return ResourceKind.declared(template.resourceType(logicalId))
        .flatMap(kind -> template.written(logicalId, kind.naming()));
  }

  /** The URI by which a gateway invokes a function. */
  String invocation(String functionArn) {
    return pseudo.filled(INVOCATION, functionArn);
  }

  private Optional<String> assumed(String name, String attribute, Place place) {
    ResourceKind kind = ResourceKind.guess(type(name), place, name);
    return switch (attribute) {
      case "Arn", "TopicArn", "StateMachineArn" -> Optional.of(arn(kind, physicalName(name)));
      case "QueueName", "TopicName", "RoleName", "FunctionName", "Name" ->
          Optional.of(physicalName(name));
      case "QueueUrl" -> resource(name);
      case "ProviderName" -> resource(name).map(this::provider);
      case "ProviderURL" -> resource(name).map(pool -> "https://" + provider(pool));
      case "Alias" ->
          declaring(name)
              .flatMap(template -> template.property(name, "AutoPublishAlias"))
              .map(alias -> arn(kind, physicalName(name) + ":" + alias));
      default -> isOwnId(name, attribute) ? resource(name) : ofType(name, attribute);
    };
  }

  private Optional<String> ofType(String name, String attribute) {
    return MadeAttribute.of(type(name), attribute)
        .map(made -> pseudo.filled(made.form(), property(name, made.naming())));
  }

  private String property(String name, String property) {
    return declaring(name).flatMap(t -> t.property(name, property)).orElse(name);
  }

  /** Whether an attribute is the id of an object of API Gateway, which Ref gives too. */
  private boolean isOwnId(String name, String attribute) {
    return attribute.endsWith("Id")
        && !attribute.equals("RootResourceId")
        && type(name).startsWith("AWS::ApiGateway");
  }

  private String provider(String userPool) {
    return pseudo.filled("cognito-idp.{r}.{s}/{n}", userPool);
  }

  private String physicalName(String name) {
    return declaring(name).flatMap(template -> physicalName(template, name)).orElse(name);
  }

  private static Optional<String> physicalName(CloudFormationTemplate template, String name) {
    return template
        .name(name)
        .or(
            () ->
                writtenName(template, name)
                    .filter(node -> node.tag().isEmpty())
                    .flatMap(Node::asScalar)
                    .map(ScalarNode::text));
  }

  private String type(String name) {
    return declaring(name).map(template -> template.resourceType(name)).orElse("");
  }

  /** The nearest template that has a resource of a name. */
  private Optional<CloudFormationTemplate> declaring(String name) {
    return templates.stream().filter(t -> !t.resourceType(name).isEmpty()).findFirst();
  }
}
