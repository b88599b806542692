package io.gatemason.runtime.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/**
 * Random schemas and values that have a fair chance of meeting each other. Left out for draft
 * 2020-12 is where its reference, networknt 2.0.4, departs from the specification: it divides large
 * numbers as doubles, applies uniqueItems to objects, and fails where minContains exceeds
 * maxContains whatever the value.
 */
final class RandomSchemas {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> NAMES = List.of("a", "b", "c", "ab", "x-1");
  private static final List<String> TYPES =
      List.of("array", "boolean", "integer", "null", "number", "object", "string");
  private static final List<String> PATTERNS =
      List.of("^a", "b$", "^[a-c]+$", "x-[0-9]", "^(ab|c)?$", "^\\w{1,3}$", "a.*c", "(a+)+$");
  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "1",
          "2",
          "3",
          "1.0",
          "1.5",
          "2.50",
          "0.1",
          "-0.0",
          "1E+2",
          "12345678901234567890",
          "9223372036854775807");
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "b",
          "ab",
          "abc",
          "x-1",
          "\uD83D\uDE00",
          "a\"b",
          "%s",
          "127.0.0.1",
          "a@b.example",
          "::1",
          "2020-02-29T12:00:00Z",
          "2021-02-29T12:00:00+01:00",
          "example.com",
          "/a/b",
          "0cc175b9c0f1b6a831c399e269772661",
          "YWI=",
          "not a host");
  private static final List<String> FORMATS =
      List.of(
          "base64",
          "date-time",
          "email",
          "hostname",
          "ipv4",
          "ipv6",
          "json-pointer",
          "mac",
          "md5",
          "sha1",
          "uri",
          "uuid");

  private final Random random;
  private final boolean draft4;

  RandomSchemas(long seed, boolean draft4) {
    this.random = new Random(seed);
    this.draft4 = draft4;
  }

  /** A schema with a few definitions that it may refer to, also in circles through members. */
  JsonNode schema() {
    ObjectNode schema = schema(3);
    if (schema.has("$ref")) {
      return schema();
    }
    ObjectNode definitions = schema.putObject(draft4 ? "definitions" : "$defs");
    definitions.set("leaf", schema(1, false));
    ObjectNode tree = definitions.putObject("tree");
    tree.putObject("properties").putObject("a").put("$ref", reference("tree"));
    tree.putArray("required").add(pick(NAMES));
    return schema;
  }

  private String reference(String name) {
    return (draft4 ? "#/definitions/" : "#/$defs/") + name;
  }

  private ObjectNode schema(int depth) {
    return schema(depth, true);
  }

  private ObjectNode schema(int depth, boolean mayRefer) {
    ObjectNode schema = NODES.objectNode();
    if (mayRefer && random.nextInt(8) == 0) {
      schema.put("$ref", reference(random.nextBoolean() ? "leaf" : "tree"));
      return schema;
    }
    int keywords = 1 + random.nextInt(3);
    for (int i = 0; i < keywords; i++) {
      switch (random.nextInt(depth > 0 ? 4 : 2)) {
        case 0 -> type(schema);
        case 1 -> scalar(schema);
        case 2 -> container(schema, depth - 1, mayRefer);
        default -> applicator(schema, depth - 1, mayRefer);
      }
    }
    return schema;
  }

  private void type(ObjectNode schema) {
    if (schema.has("uniqueItems")) {
      return;
    }
    if (random.nextInt(3) > 0) {
      schema.put("type", pick(TYPES));
    } else {
      ArrayNode types = schema.putArray("type");
      for (String type : TYPES) {
        if (random.nextInt(3) == 0) {
          types.add(type);
        }
      }
      if (types.isEmpty()) {
        types.add("object");
      }
    }
  }

  private void scalar(ObjectNode schema) {
    switch (random.nextInt(draft4 ? 9 : 11)) {
      case 0 -> schema.put("minLength", random.nextInt(4));
      case 1 -> schema.put("maxLength", random.nextInt(4));
      case 2 -> schema.put("pattern", pick(PATTERNS));
      case 3 -> limit(schema, "minimum", "exclusiveMinimum");
      case 4 -> limit(schema, "maximum", "exclusiveMaximum");
      case 5 -> schema.set("multipleOf", number(List.of("1", "2", "0.5", "0.1", "3.0")));
      case 6 -> values(schema.putArray("enum"));
      case 7 -> schema.put("format", pick(FORMATS));
      case 8 -> {
        schema.put("uniqueItems", random.nextInt(4) > 0);
        if (!draft4) {
          schema.put("type", "array");
        }
      }
      case 9 -> schema.set("const", value(1));
      default -> schema.put("exclusiveMinimum", random.nextInt(3));
    }
  }

  private void limit(ObjectNode schema, String keyword, String exclusive) {
    schema.set(keyword, number(NUMBERS));
    if (draft4 && random.nextInt(3) == 0) {
      schema.put(exclusive, random.nextBoolean());
    }
  }

  private void values(ArrayNode values) {
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      JsonNode value = value(1);
      boolean known = false;
      for (JsonNode other : values) {
        known |= JsonOrder.BY_VALUE.compare(other, value) == 0;
      }
      if (!known) {
        values.add(value);
      }
    }
  }

  private void container(ObjectNode schema, int depth, boolean refers) {
    switch (random.nextInt(draft4 ? 11 : 16)) {
      case 0, 1 -> {
        ObjectNode properties = schema.putObject("properties");
        NAMES.stream()
            .filter(name -> random.nextInt(2) == 0)
            .forEach(name -> properties.set(name, schema(depth, refers)));
      }
      case 2 -> schema.putObject("patternProperties").set(pick(PATTERNS), schema(depth, refers));
      case 3 -> additional(schema, "additionalProperties", depth, refers);
      case 4 -> {
        ArrayNode required = schema.putArray("required").add(pick(NAMES));
        String second = pick(NAMES);
        if (!second.equals(required.get(0).textValue())) {
          required.add(second);
        }
      }
      case 5 -> schema.put("minProperties", random.nextInt(3));
      case 6 -> schema.put("maxProperties", random.nextInt(3));
      case 7 -> items(schema, depth, refers);
      case 8 -> schema.put("minItems", random.nextInt(3));
      case 9 -> schema.put("maxItems", random.nextInt(3));
      case 10 -> dependency(schema, depth, refers);
      case 11 -> schema.putObject("propertyNames").put("pattern", pick(PATTERNS));
      case 12 -> contains(schema, depth, refers);
      case 13 -> additional(schema, "unevaluatedProperties", depth, refers);
      case 14 -> additional(schema, "unevaluatedItems", depth, refers);
      default ->
          schema.putArray("prefixItems").add(schema(depth, refers)).add(schema(depth, refers));
    }
  }

  private void additional(ObjectNode schema, String keyword, int depth, boolean refers) {
    if (random.nextInt(2) == 0) {
      schema.put(keyword, random.nextInt(3) == 0);
    } else {
      schema.set(keyword, schema(depth, refers));
    }
  }

  private void items(ObjectNode schema, int depth, boolean refers) {
    if (draft4 && random.nextInt(3) == 0) {
      schema.putArray("items").add(schema(depth, refers)).add(schema(depth, refers));
      additional(schema, "additionalItems", depth, refers);
    } else {
      schema.set("items", schema(depth, refers));
    }
  }

  private void dependency(ObjectNode schema, int depth, boolean refers) {
    boolean names = random.nextBoolean();
    String keyword = draft4 ? "dependencies" : names ? "dependentRequired" : "dependentSchemas";
    ObjectNode dependencies = schema.putObject(keyword);
    if (names) {
      dependencies.putArray(pick(NAMES)).add(pick(NAMES));
    } else {
      dependencies.set(pick(NAMES), schema(depth, refers));
    }
  }

  private void contains(ObjectNode schema, int depth, boolean refers) {
    schema.set("contains", schema(depth, refers));
    if (random.nextBoolean()) {
      schema.put("minContains", random.nextInt(2));
    }
    if (random.nextInt(3) == 0) {
      schema.put("maxContains", 1 + random.nextInt(2));
    }
  }

  private void applicator(ObjectNode schema, int depth, boolean refers) {
    switch (random.nextInt(draft4 ? 4 : 5)) {
      case 0 -> schema.putArray("allOf").add(schema(depth, refers)).add(schema(depth, refers));
      case 1 -> schema.putArray("anyOf").add(schema(depth, refers)).add(schema(depth, refers));
      case 2 -> schema.putArray("oneOf").add(schema(depth, refers)).add(schema(depth, refers));
      case 3 -> schema.set("not", schema(depth, refers));
      default -> {
        schema.set("if", schema(depth, refers));
        schema.set("then", schema(depth, refers));
        schema.set("else", schema(depth, refers));
      }
    }
  }

  /** A value of at most so many levels. */
  JsonNode value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0 -> NODES.booleanNode(random.nextBoolean());
      case 1 -> NODES.nullNode();
      case 2 -> number(NUMBERS);
      case 3, 4 -> NODES.textNode(pick(TEXTS));
      case 5, 6 -> {
        ArrayNode array = NODES.arrayNode();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
          array.add(value(depth - 1));
        }
        yield array;
      }
      default -> {
        ObjectNode object = NODES.objectNode();
        NAMES.stream()
            .filter(name -> random.nextInt(2) == 0)
            .forEach(name -> object.set(name, value(depth - 1)));
        yield object;
      }
    };
  }

  private JsonNode number(List<String> numbers) {
    String text = pick(numbers);
    return JsonNodes.json(!draft4 && text.length() > 15 ? "4" : text);
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
