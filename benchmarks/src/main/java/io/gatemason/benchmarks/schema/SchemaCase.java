package io.gatemason.benchmarks.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What is validated: a schema, a body, and whether the body is valid. Nothing changes a case. */
@SuppressWarnings("ImmutableEnumChecker")
public enum SchemaCase {
  /** Five members. */
  PET(pet(), petBody(), true),
  /** Sixty members, two nested arrays. */
  ORDER(order(), orderBody(), true),
  /** A hundred items with three patterns each. */
  PATTERNS(patterns(), patternsBody(), true),
  /** The order with a wrong type in its first member. */
  EARLY_FAILURE(order(), earlyFailureBody(), false);

  private static final int FIELDS = 56;
  private static final int ITEMS = 100;

  private final ObjectNode schema;
  private final byte[] body;
  private final boolean valid;

  SchemaCase(ObjectNode schema, ObjectNode body, boolean valid) {
    this.schema = schema;
    this.body = body.toString().getBytes(StandardCharsets.UTF_8);
    this.valid = valid;
  }

  /** The schema, valid in draft 4 and in draft 2020-12. */
  public ObjectNode schema() {
    return schema;
  }

  /** The body in UTF-8. */
  public byte[] body() {
    return body.clone();
  }

  /** The verdict that both sides have to reach. */
  public boolean valid() {
    return valid;
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static ObjectNode pet() {
    return json(
        """
        {"type": "object", "required": ["id", "name"], "properties": {
          "id": {"type": "integer", "minimum": 1},
          "name": {"type": "string", "minLength": 1, "maxLength": 50},
          "status": {"type": "string", "enum": ["available", "pending", "sold"]},
          "price": {"type": "number", "minimum": 0},
          "tags": {"type": "array", "items": {"type": "string"}}}}
        """);
  }

  private static ObjectNode petBody() {
    return json(
        """
        {"id": 4711, "name": "Rex", "status": "pending", "price": 249.99, "tags": ["dog", "big"]}
        """);
  }

  private static ObjectNode order() {
    ObjectNode schema =
        json(
            """
            {"type": "object", "properties": {
              "lines": {"type": "array", "items": {"type": "object",
                "required": ["sku", "quantity"], "properties": {
                  "sku": {"type": "string", "maxLength": 20},
                  "quantity": {"type": "integer", "minimum": 1, "maximum": 999},
                  "price": {"type": "number", "minimum": 0},
                  "discounts": {"type": "array", "items": {"type": "object",
                    "required": ["code"], "properties": {
                      "code": {"type": "string"}, "percent": {"type": "number"}}}}}}},
              "address": {"type": "object", "required": ["street", "city"], "properties": {
                "street": {"type": "string", "maxLength": 100},
                "city": {"type": "string", "maxLength": 100},
                "country": {"type": "string", "enum": ["DE", "FR", "GB", "US"]}}},
              "paid": {"type": "boolean"},
              "total": {"type": "number", "minimum": 0}}}
            """);
    ArrayNode required = schema.putArray("required").add("lines").add("total");
    ObjectNode properties = (ObjectNode) schema.get("properties");
    for (int i = 0; i < FIELDS; i++) {
      ObjectNode field = properties.putObject("field" + i);
      switch (i % 4) {
        case 0 -> field.put("type", "string").put("maxLength", 40);
        case 1 -> field.put("type", "integer").put("minimum", 0);
        case 2 -> field.put("type", "boolean");
        default -> field.put("type", "number").put("maximum", 1_000_000);
      }
      if (i % 3 == 0) {
        required.add("field" + i);
      }
    }
    return schema;
  }

  private static ObjectNode orderBody() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < FIELDS; i++) {
      switch (i % 4) {
        case 0 -> body.put("field" + i, "value of field " + i);
        case 1 -> body.put("field" + i, i * 1000);
        case 2 -> body.put("field" + i, i % 8 == 2);
        default -> body.put("field" + i, i * 12.25);
      }
    }
    ArrayNode lines = body.putArray("lines");
    for (int i = 0; i < 10; i++) {
      ObjectNode line = lines.addObject();
      line.put("sku", "SKU-" + (1000 + i)).put("quantity", i + 1).put("price", 9.99 + i);
      line.putArray("discounts").addObject().put("code", "SPRING").put("percent", 5.5);
    }
    body.putObject("address").put("street", "Main St 1").put("city", "Ulm").put("country", "DE");
    return body.put("paid", true).put("total", 1234.56);
  }

  private static ObjectNode earlyFailureBody() {
    return orderBody().put("field0", 1);
  }

  private static ObjectNode patterns() {
    return json(
        """
        {"type": "object", "required": ["items"], "properties": {"items": {"type": "array",
          "items": {"type": "object", "required": ["sku", "email", "date"], "properties": {
            "sku": {"type": "string", "pattern": "^[A-Z]{3}-[0-9]{4,8}$"},
            "email": {"type": "string", "pattern": "^[a-z0-9.]+@[a-z0-9]+[.][a-z]{2,6}$"},
            "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}}}}}
        """);
  }

  private static ObjectNode patternsBody() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode items = body.putArray("items");
    for (int i = 0; i < ITEMS; i++) {
      items
          .addObject()
          .put("sku", "ABC-" + (10_000 + i))
          .put("email", "user." + i + "@example.com")
          .put("date", String.format("2026-%02d-%02d", i % 12 + 1, i % 28 + 1));
    }
    return body;
  }
}
