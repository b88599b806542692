package io.gatemason.generator.read.cloudformation;

import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ObjectNode.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a SAM template says of all its resources of a type: lists are put before the resource's own,
 * objects are joined, and of other values the resource's own wins.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html">Globals
 *     section</a>
 */
public final class SamGlobals {
  /** The types by their names in {@code Globals}. */
  public static final Map<String, String> TYPES =
      Map.of(
          "Api", "AWS::Serverless::Api",
          "CapacityProvider", "AWS::Serverless::CapacityProvider",
          "Function", "AWS::Serverless::Function",
          "HttpApi", "AWS::Serverless::HttpApi",
          "LayerVersion", "AWS::Serverless::LayerVersion",
          "SimpleTable", "AWS::Serverless::SimpleTable",
          "StateMachine", "AWS::Serverless::StateMachine",
          "WebSocketApi", "AWS::Serverless::WebSocketApi");

  /** What can be said of all resources of a type, where that is less than of one of them. */
  public static final Map<String, List<String>> LIMITED =
      Map.of(
          "Api",
          List.of(
              "AccessLogSetting",
              "AlwaysDeploy",
              "Auth",
              "BinaryMediaTypes",
              "CacheClusterEnabled",
              "CacheClusterSize",
              "CanarySetting",
              "Cors",
              "DefinitionUri",
              "Domain",
              "EndpointAccessMode",
              "EndpointConfiguration",
              "GatewayResponses",
              "MergeDefinitions",
              "MethodSettings",
              "MinimumCompressionSize",
              "Name",
              "OpenApiVersion",
              "PropagateTags",
              "SecurityPolicy",
              "TracingEnabled",
              "Variables"),
          "HttpApi",
          List.of(
              "AccessLogSettings",
              "Auth",
              "CorsConfiguration",
              "DefaultRouteSettings",
              "Domain",
              "FailOnWarnings",
              "PropagateTags",
              "RouteSettings",
              "StageVariables",
              "Tags"));

  private SamGlobals() {}

  /** The properties of a resource with those of its type. */
  static ObjectNode merged(ObjectNode globals, String type, ObjectNode own) {
    Optional<ObjectNode> ofType =
        TYPES.entrySet().stream()
            .filter(entry -> entry.getValue().equals(type))
            .findFirst()
            .flatMap(entry -> globals.get(entry.getKey()))
            .flatMap(Node::asObject);
    return ofType.map(global -> merged(global, own)).orElse(own);
  }

  private static ObjectNode merged(ObjectNode global, ObjectNode own) {
    Map<String, Member> members = new LinkedHashMap<>(own.members());
    global
        .members()
        .forEach(
            (name, member) ->
                members.merge(
                    name,
                    member,
                    (mine, theirs) ->
                        new Member(mine.key(), merged(theirs.value(), mine.value()))));
    return new ObjectNode(own.range(), own.tag(), new ArrayList<>(members.values()));
  }

  private static Node merged(Node global, Node own) {
    boolean plain = isPlain(global) && isPlain(own);
    Optional<ObjectNode> objects = plain ? global.asObject() : Optional.empty();
    Optional<ArrayNode> arrays = plain ? global.asArray() : Optional.empty();
    if (objects.isPresent() && own.asObject().isPresent()) {
      return merged(objects.get(), own.asObject().get());
    }
    if (arrays.isPresent() && own.asArray().isPresent()) {
      List<Node> items =
          Stream.concat(arrays.get().items().stream(), own.asArray().get().items().stream())
              .toList();
      return new ArrayNode(own.range(), "", items);
    }
    return own;
  }

  /** A call of a function is one value, whatever it looks like. */
  private static boolean isPlain(Node node) {
    return node.tag().isEmpty()
        && node.asObject()
            .map(object -> object.members().keySet())
            .filter(
                names ->
                    names.size() == 1
                        && names.stream()
                            .anyMatch(name -> name.equals("Ref") || name.startsWith("Fn::")))
            .isEmpty();
  }
}
