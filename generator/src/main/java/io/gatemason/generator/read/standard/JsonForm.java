package io.gatemason.generator.read.standard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** The standard part of a document as the JSON tree that swagger-parser takes. */
final class JsonForm {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Members whose content other phases read: schemas in all their homes, and examples. */
  private static final Set<String> OPAQUE = Set.of("schema", "example", "examples");

  private static final Set<String> SCHEMA_HOMES = Set.of("definitions", "schemas");

  /** Bodies of these members are names chosen by users, not keywords. */
  private static final Set<String> MAPS =
      Set.of("paths", "properties", "headers", "content", "responses", "variables", "parameters");

  private JsonForm() {}

  static JsonNode ofStandardPart(ObjectNode root) {
    return object(root, "");
  }

  private static JsonNode of(Node node, String name) {
    Optional<ObjectNode> object = node.asObject();
    if (object.isPresent()) {
      return object(object.get(), name);
    }
    return node.asScalar()
        .map(JsonForm::scalar)
        .orElseGet(() -> array(node.asArray().orElseThrow(), name));
  }

  private static JsonNode array(io.gatemason.generator.source.ArrayNode node, String name) {
    ArrayNode array = JSON.arrayNode();
    for (Node item : node.items()) {
      if (!leadsOut(item)) {
        array.add(of(item, name.equals("parameters") ? "" : name));
      }
    }
    return array;
  }

  private static JsonNode object(ObjectNode node, String name) {
    com.fasterxml.jackson.databind.node.ObjectNode object = JSON.objectNode();
    for (ObjectNode.Member member : node.members().values()) {
      String key = member.name();
      boolean keyword = !MAPS.contains(name);
      if (keyword && SCHEMA_HOMES.contains(key)) {
        continue;
      }
      if (keyword && OPAQUE.contains(key)) {
        opaque(object, key);
      } else if (!key.startsWith("x-") && !(key.equals("$ref") && leadsOut(node))) {
        object.set(key, of(member.value(), keyword ? key : ""));
      }
    }
    return object;
  }

  /** A schema must be there, but what is in it is read elsewhere. */
  private static void opaque(com.fasterxml.jackson.databind.node.ObjectNode object, String key) {
    if (key.equals("schema")) {
      object.set(key, JSON.objectNode().put("type", "string"));
    }
  }

  /** References elsewhere are refused by the reader; here they must not lead anywhere. */
  private static boolean leadsOut(Node node) {
    Optional<Node> ref = node.asObject().flatMap(object -> object.get("$ref"));
    return ref.isPresent()
        && ref.flatMap(Node::asScalar).filter(text -> text.text().startsWith("#/")).isEmpty();
  }

  private static JsonNode scalar(ScalarNode node) {
    return switch (node.scalarKind()) {
      case NULL -> JSON.nullNode();
      case BOOLEAN -> JSON.booleanNode(Boolean.parseBoolean(node.text()));
      case INTEGER, NUMBER -> number(node.text());
      case STRING -> JSON.textNode(node.text());
    };
  }

  private static JsonNode number(String text) {
    try {
      BigDecimal value = new BigDecimal(text);
      if (value.scale() <= 0 && value.precision() - value.scale() < 10) {
        return JSON.numberNode(value.intValueExact());
      }
      return JSON.numberNode(value);
    } catch (NumberFormatException e) {
      return JSON.textNode(text);
    }
  }
}
