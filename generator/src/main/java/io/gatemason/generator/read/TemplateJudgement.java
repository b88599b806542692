package io.gatemason.generator.read;

import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.ResourceCodes;
import io.gatemason.generator.read.cloudformation.SamGlobals;
import io.gatemason.generator.read.resource.Properties;
import io.gatemason.generator.read.resource.ResourceReader;
import io.gatemason.generator.read.resource.TemplateResource;
import io.gatemason.generator.read.resource.TemplateScope;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import io.gatemason.generator.source.ScalarNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reports what a template says and no reader takes or calls a description: types of API Gateway,
 * SAM and WAF, and properties, nested ones too, of every type that a reader knows. Resources of
 * other types are counted.
 */
final class TemplateJudgement {
  private static final List<String> JUDGED =
      List.of("AWS::ApiGateway::", "AWS::ApiGatewayV2::", "AWS::Serverless::", "AWS::WAFv2::");

  /** What may stand beside the properties of a resource. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "Condition",
          "Connectors",
          "CreationPolicy",
          "DeletionPolicy",
          "DependsOn",
          "IgnoreGlobals",
          "Metadata",
          "Properties",
          "Type",
          "UpdatePolicy",
          "UpdateReplacePolicy");

  private final Map<String, Integer> others = new TreeMap<>();

  /** Judges one resource. */
  void judge(TemplateScope scope, TemplateResource resource) {
    String type = resource.type();
    if (ResourceReaders.BY_TYPE.containsKey(type)) {
      resource.object().ifPresent(object -> names(scope, object, ATTRIBUTES, "a resource"));
      resource.written().ifPresent(written -> judge(scope, written, known(type), type));
    } else if (isOurs(type)) {
      resource.report(
          ResourceCodes.GM2210,
          resource.typeRange(),
          "resource type \"" + type + "\" is not known",
          hint(type, ResourceReaders.BY_TYPE.keySet()));
    } else {
      others.merge(type, 1, Integer::sum);
    }
  }

  /** Whether a type is one of the gateway's, or meant to be. */
  private static boolean isOurs(String type) {
    return JUDGED.stream().anyMatch(type::startsWith)
        || ResourceReaders.BY_TYPE.keySet().stream()
            .anyMatch(known -> DidYouMean.isOneLetterOff(type, known));
  }

  /** Judges what a SAM template says of all its resources of some types. */
  void judgeGlobals(TemplateScope scope) {
    ObjectNode globals = scope.template().globals();
    names(scope, globals, SamGlobals.TYPES.keySet(), "Globals");
    SamGlobals.TYPES.forEach(
        (name, type) ->
            globals
                .get(name)
                .ifPresent(node -> judge(scope, node, known(type), "Globals." + name)));
    SamGlobals.LIMITED.forEach(
        (name, allowed) ->
            globals
                .get(name)
                .flatMap(Node::asObject)
                .ifPresent(node -> limited(scope, node, allowed, name)));
  }

  /** Of what a type has, SAM does not take everything for all resources at once. */
  private static void limited(
      TemplateScope scope, ObjectNode written, List<String> allowed, String name) {
    Collection<String> known = known(SamGlobals.TYPES.getOrDefault(name, "")).names();
    for (Member member : written.members().values()) {
      if (known.contains(member.name()) && !allowed.contains(member.name())) {
        scope.report(
            ResourceCodes.GM2211,
            member.key().range(),
            "\"" + member.name() + "\" is no property of Globals." + name,
            "write it into each resource");
      }
    }
  }

  private static Properties known(String type) {
    ResourceReader reader = ResourceReaders.BY_TYPE.get(type);
    return reader == null ? Properties.ANYTHING : reader.takes().and(reader.describes());
  }

  /** Says how many resources of which types nobody judged. */
  void count(TemplateScope scope) {
    if (!others.isEmpty()) {
      int sum = others.values().stream().mapToInt(Integer::intValue).sum();
      scope.report(
          ResourceCodes.GM2213,
          scope.template().resourcesRange(),
          (sum == 1 ? "1 resource is" : sum + " resources are")
              + " none of a gateway's: "
              + others.entrySet().stream()
                  .map(type -> type.getKey() + " (" + type.getValue() + ")")
                  .collect(Collectors.joining(", ")),
          "");
    }
  }

  private void judge(TemplateScope scope, Node written, Properties allowed, String title) {
    Optional<Node> chosen = scope.unevaluated(written);
    chosen
        .flatMap(Node::asArray)
        .ifPresent(array -> array.items().forEach(item -> judge(scope, item, allowed, title)));
    chosen
        .flatMap(Node::asObject)
        .ifPresent(object -> object(scope, object, allowed.of(type(object)), title));
  }

  private void object(TemplateScope scope, ObjectNode object, Properties allowed, String title) {
    if (allowed.isClosed()) {
      names(scope, object, allowed.names(), title);
    }
    for (Member member : object.members().values()) {
      allowed
          .below(member.name())
          .filter(below -> below != Properties.ANYTHING)
          .ifPresent(below -> judge(scope, member.value(), below, "\"" + member.name() + "\""));
    }
  }

  private static void names(
      TemplateScope scope, ObjectNode object, Collection<String> known, String title) {
    for (Member member : object.members().values()) {
      if (!known.contains(member.name()) && !member.name().startsWith("Fn::")) {
        scope.report(
            ResourceCodes.GM2211,
            member.key().range(),
            "\"" + member.name() + "\" is no property of " + title,
            hint(member.name(), known));
      }
    }
  }

  private static Optional<String> type(ObjectNode object) {
    return object.get("Type").flatMap(Node::asScalar).map(ScalarNode::text);
  }

  private static String hint(String word, Collection<String> known) {
    return DidYouMean.closest(word, known)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse(
            "remove it; known are " + known.stream().sorted().collect(Collectors.joining(", ")));
  }
}
