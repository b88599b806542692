package io.gatemason.generator.jsonschema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Prints a node as JSON. */
final class JsonText {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonText() {}

  static String of(Node node) {
    return json(node).toString();
  }

  private static JsonNode json(Node node) {
    if (node.asArray().isPresent()) {
      ArrayNode array = NODES.arrayNode();
      node.asArray().get().items().forEach(item -> array.add(json(item)));
      return array;
    }
    if (node.asObject().isPresent()) {
      ObjectNode object = NODES.objectNode();
      node.asObject()
          .get()
          .members()
          .values()
          .forEach(member -> object.set(member.name(), json(member.value())));
      return object;
    }
    return node.asScalar().map(JsonText::scalar).orElseGet(NODES::nullNode);
  }

  private static JsonNode scalar(ScalarNode scalar) {
    return switch (scalar.scalarKind()) {
      case STRING -> NODES.textNode(scalar.text());
      case INTEGER, NUMBER -> number(scalar.text());
      case BOOLEAN -> NODES.booleanNode(scalar.text().equalsIgnoreCase("true"));
      case NULL -> NODES.nullNode();
    };
  }

  private static JsonNode number(String text) {
    try {
      return NODES.numberNode(new BigInteger(text));
    } catch (NumberFormatException notAnInteger) {
      return decimal(text);
    }
  }

  /** YAML has numbers that JSON has not, such as .inf; they are kept as text. */
  private static JsonNode decimal(String text) {
    try {
      return DecimalNode.valueOf(new BigDecimal(text));
    } catch (NumberFormatException notDecimal) {
      return NODES.textNode(text);
    }
  }
}
