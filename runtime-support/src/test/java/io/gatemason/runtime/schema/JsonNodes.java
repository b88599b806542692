package io.gatemason.runtime.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.ScalarNode.Kind;
import io.gatemason.generator.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Schemas given as JSON text. */
final class JsonNodes {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private JsonNodes() {}

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static Node of(String text) {
    return of(json(text));
  }

  static Node of(JsonNode json) {
    return of(json, new SourceFile("test.json", "").range());
  }

  private static Node of(JsonNode json, Range range) {
    if (json.isObject()) {
      List<ObjectNode.Member> members = new ArrayList<>();
      json.properties()
          .forEach(
              entry ->
                  members.add(
                      new ObjectNode.Member(
                          new ScalarNode(range, "", Kind.STRING, entry.getKey()),
                          of(entry.getValue(), range))));
      return new ObjectNode(range, "", members);
    }
    if (json.isArray()) {
      List<Node> items = new ArrayList<>();
      json.forEach(item -> items.add(of(item, range)));
      return new ArrayNode(range, "", items);
    }
    Kind kind =
        json.isTextual()
            ? Kind.STRING
            : json.isIntegralNumber()
                ? Kind.INTEGER
                : json.isNumber() ? Kind.NUMBER : json.isBoolean() ? Kind.BOOLEAN : Kind.NULL;
    return new ScalarNode(range, "", kind, json.asText());
  }
}
