package io.gatemason.generator.read.cloudformation.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code Fn::ToJsonString}: an object or a list as JSON text. */
public final class ToJsonStringFunction implements Intrinsic {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public String name() {
    return "Fn::ToJsonString";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    return evaluator
        .argument(
            call.argument(),
            call,
            value -> Optional.of(value).filter(node -> node.asScalar().isEmpty()),
            "takes an object or a list")
        .map(value -> call.text(json(value).toString()))
        .orElseGet(call::failed);
  }

  private static JsonNode json(Node node) {
    Optional<ScalarNode> scalar = node.asScalar();
    if (scalar.isPresent()) {
      return json(scalar.get());
    }
    if (node.asArray().isPresent()) {
      ArrayNode array = JSON.arrayNode();
      node.asArray().get().items().forEach(item -> array.add(json(item)));
      return array;
    }
    ObjectNode object = JSON.objectNode();
    node.asObject()
        .ifPresent(
            written ->
                written.members().forEach((name, each) -> object.set(name, json(each.value()))));
    return object;
  }

  private static JsonNode json(ScalarNode scalar) {
    String text = scalar.text();
    return switch (scalar.scalarKind()) {
      case NULL -> JSON.nullNode();
      case BOOLEAN -> JSON.booleanNode(Boolean.parseBoolean(text));
      case INTEGER, NUMBER -> number(text);
      case STRING -> JSON.textNode(text);
    };
  }

  private static JsonNode number(String text) {
    try {
      return JSON.numberNode(new BigDecimal(text));
    } catch (NumberFormatException e) {
      // Octal and hexadecimal numbers of YAML, infinity: JSON has none of them.
      return JSON.textNode(text);
    }
  }
}
