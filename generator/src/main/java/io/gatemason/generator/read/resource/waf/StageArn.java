package io.gatemason.generator.read.resource.waf;

import io.gatemason.generator.read.resource.StageNames;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a stage.
 *
 * @param api the logical id of its API, or the API's id
 * @param stage the stage's name
 */
record StageArn(String api, String stage) {
  private static final Pattern STAGE =
      Pattern.compile("arn:[^:]*:apigateway:[^:]*:[^:]*:/(?:restapis|apis)/([^/]+)/stages/(.+)");

  /** What only SAM knows stays in the text of a {@code Sub}. */
  private static final Pattern OF_SAM =
      Pattern.compile("arn:.*:/restapis/\\$\\{([A-Za-z0-9]+)\\}/stages/\\$\\{([A-Za-z0-9.]+)\\}");

  /** The stage that a value names, empty if it names none. */
  static Optional<StageArn> of(TemplateResource resource, Node written) {
    return resource
        .valueIfKnown(written)
        .flatMap(Node::asScalar)
        .map(ScalarNode::text)
        .flatMap(arn -> of(resource, STAGE.matcher(arn)))
        .or(() -> substituted(written).flatMap(text -> of(resource, OF_SAM.matcher(text))));
  }

  private static Optional<StageArn> of(TemplateResource resource, Matcher arn) {
    if (!arn.matches()) {
      return Optional.empty();
    }
    String stage = arn.group(2);
    return Optional.of(
        new StageArn(arn.group(1), StageNames.madeBySam(resource, stage).orElse(stage)));
  }

  /** The text of a {@code Sub}. */
  private static Optional<String> substituted(Node written) {
    Optional<ObjectNode> function = written.asObject();
    Optional<Node> argument =
        written.tag().equals("!Sub")
            ? Optional.of(written)
            : function.flatMap(object -> object.get("Fn::Sub"));
    return argument.flatMap(Node::asScalar).map(ScalarNode::text);
  }
}
