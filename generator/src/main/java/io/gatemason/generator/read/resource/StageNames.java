package io.gatemason.generator.read.resource;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Placed;
import io.gatemason.generator.source.ScalarNode;
import java.util.Map;
import java.util.Optional;

/** Finds the name of the stage that a property of another resource means. */
public final class StageNames {
  private static final String NAME = "StageName";

  /** The types that are a stage or have one, and the name of a stage that none is given. */
  private static final Map<String, String> UNNAMED =
      Map.of(
          "AWS::ApiGateway::Stage", "",
          "AWS::ApiGatewayV2::Stage", "",
          "AWS::Serverless::Api", "",
          "AWS::Serverless::HttpApi", "$default",
          "AWS::Serverless::WebSocketApi", "default");

  private StageNames() {}

  /** The name; empty where there is none, which is reported. */
  public static Optional<Placed<String>> of(TemplateResource resource, Node written) {
    Optional<TemplateResource> target =
        resource.target(written).filter(found -> UNNAMED.containsKey(found.type()));
    Optional<String> name =
        target
            .map(found -> nameOf(found).orElse(UNNAMED.getOrDefault(found.type(), "")))
            .or(() -> madeBySam(resource, written))
            .or(() -> text(resource, written));
    return name.filter(text -> !text.isEmpty()).map(text -> new Placed<>(text, written.range()));
  }

  private static Optional<String> nameOf(TemplateResource stage) {
    return stage.fields().text(NAME).map(ScalarNode::text);
  }

  private static Optional<String> madeBySam(TemplateResource resource, Node written) {
    return LogicalIds.named(written, (condition, range) -> true)
        .flatMap(id -> madeBySam(resource, id));
  }

  /**
   * The name of the stage that SAM makes of an API, by the logical id of that stage, which has the
   * ids of both behind each other, or by {@code Api.Stage}; empty for any other text.
   */
  public static Optional<String> madeBySam(TemplateResource resource, String id) {
    return resource.template().resources().members().keySet().stream()
        .map(resource::sibling)
        .filter(api -> api.type().equals("AWS::Serverless::Api"))
        .flatMap(
            api ->
                nameOf(api).stream()
                    .filter(
                        stage ->
                            id.equals(api.logicalId() + ".Stage")
                                || id.equals(api.logicalId() + stage + "Stage")))
        .findFirst();
  }

  private static Optional<String> text(TemplateResource resource, Node written) {
    return resource.value(written).flatMap(Node::asScalar).map(ScalarNode::text);
  }
}
