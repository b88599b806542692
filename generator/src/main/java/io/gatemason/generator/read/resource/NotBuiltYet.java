package io.gatemason.generator.read.resource;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.GatemasonCodes;
import io.gatemason.generator.diagnostics.Severity;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What readers take and nothing is generated for yet. What guards is an error, what tunes is a
 * warning. A feature that is built loses its line of the list.
 *
 * @param code the feature's code
 * @param type the type of resources
 * @param paths properties of the type, {@code .} between the names, {@code *} for any name; none
 *     where the resource itself is meant
 */
public record NotBuiltYet(DiagnosticCode code, String type, List<String> paths) {
  private static final Set<String> SWITCHED_OFF = Set.of("false", "off", "ignore");
  private static final String HTTP = "AWS::ApiGatewayV2::";
  private static final String SAM = "AWS::Serverless::";

  /** The list. */
  public static final List<NotBuiltYet> ALL =
      List.of(
          of(GatemasonCodes.GM3924, "AWS::ApiGateway::ApiKey", "StageKeys"),
          of(
              GatemasonCodes.GM3924,
              HTTP + "Stage",
              "DefaultRouteSettings.DataTraceEnabled",
              "DefaultRouteSettings.LoggingLevel",
              "RouteSettings.*.DataTraceEnabled",
              "RouteSettings.*.LoggingLevel"),
          of(
              GatemasonCodes.GM3924,
              SAM + "HttpApi",
              "DefaultRouteSettings.DataTraceEnabled",
              "DefaultRouteSettings.LoggingLevel"));

  private static NotBuiltYet of(DiagnosticCode code, String type, String... paths) {
    return new NotBuiltYet(code, type, List.of(paths));
  }

  /** Reports every use by a resource. */
  public static void report(TemplateResource resource) {
    for (NotBuiltYet feature : ALL) {
      if (feature.type.equals(resource.type())) {
        feature.reportIn(resource);
      }
    }
  }

  private void reportIn(TemplateResource resource) {
    if (paths.isEmpty()) {
      report(resource, type, resource.range());
    }
    for (String path : paths) {
      boolean built = path.contains("RouteSettings") && resource.isOfWebSocketApi();
      find(resource, resource.properties(), path)
          .filter(value -> !built && !isOff(value))
          .forEach(value -> report(resource, "\"" + path + "\" of " + type, value.range()));
    }
  }

  private void report(TemplateResource resource, String what, Range range) {
    resource.report(
        code,
        range,
        what + " is not supported yet",
        code.severity() == Severity.WARNING
            ? "it has no effect; remove it, or allow " + code
            : "remove it, or allow " + code + " to go without it");
  }

  /** The values of that name, one for each element where a list is on the way. */
  private static Stream<Node> find(TemplateResource resource, ObjectNode object, String path) {
    Stream<Node> current = Stream.of(object);
    for (String name : Arrays.asList(path.split("\\."))) {
      current =
          current
              .flatMap(node -> elements(resource, node))
              .flatMap(node -> node.asObject().stream())
              .flatMap(owner -> members(owner, name))
              .flatMap(node -> resource.chosen(node).stream());
    }
    return current;
  }

  private static Stream<Node> members(ObjectNode owner, String name) {
    return name.equals("*")
        ? owner.members().values().stream().map(ObjectNode.Member::value)
        : owner.get(name).stream();
  }

  private static Stream<Node> elements(TemplateResource resource, Node node) {
    return node.asArray()
        .map(list -> list.items().stream().flatMap(each -> resource.chosen(each).stream()))
        .orElse(Stream.of(node));
  }

  /** What is switched off needs nothing, and base paths are ignored anyway. */
  private static boolean isOff(Node value) {
    return value.isNull()
        || value
            .asScalar()
            .map(ScalarNode::text)
            .filter(text -> SWITCHED_OFF.contains(text.toLowerCase(Locale.ROOT)))
            .isPresent();
  }
}
