package io.gatemason.runtime.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.jsonschema.CompiledModel;
import io.gatemason.generator.jsonschema.Dialect;
import io.gatemason.generator.jsonschema.SchemaSet;
import io.gatemason.generator.source.Node;
import io.gatemason.runtime.json.JsonScanner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Models that look at a value many times, and bodies made to exploit that. */
@Timeout(60)
class RepeatedWorkTest {
  private static final String UNREADABLE = "[Unknown error parsing request body]";

  /** Both alternatives look at the child before they know that they are the wrong one. */
  private static final String ALTERNATIVES =
      """
      {"definitions": {"node": {"oneOf": [
        {"type": "object", "required": ["kind"],
          "properties": {"kind": {"enum": ["a"]}, "child": {"$ref": "#/definitions/node"}}},
        {"type": "object", "required": ["kind"],
          "properties": {"kind": {"enum": ["b"]}, "child": {"$ref": "#/definitions/node"}}}]}},
        "$ref": "#/definitions/node"}
      """;

  /** Every level applies two schemas to the same member. */
  private static final String OVERLAPPING =
      """
      {"properties": {"child": {"$ref": "#"}}, "patternProperties": {"^c": {"$ref": "#"}},
        "minProperties": 1}
      """;

  @Test
  void givesUpBodiesThatMultiplyTheWorkWithEveryLevel() {
    CompiledModels.Model model = model(ALTERNATIVES);
    assertTrue(model.accepts(nested(8)));
    for (int depth : List.of(30, JsonScanner.MAX_DEPTH - 1)) {
      assertFalse(model.accepts(nested(depth)));
      assertEquals(UNREADABLE, model.errors(nested(depth)));
    }
  }

  @Test
  void givesUpWhereAMemberHasSeveralSchemas() {
    CompiledModels.Model model = model(OVERLAPPING);
    assertTrue(model.accepts(nested(8)));
    assertFalse(model.accepts(nested(60)));
    assertEquals(UNREADABLE, model.errors("{\"child\":".repeat(60) + "{}" + "}".repeat(60)));
  }

  @Test
  void acceptsLargeBodiesOfModelsThatReadEveryValueOften() {
    String schema = "{'type': 'array', 'items': {'type': 'object', 'maxProperties': 3}}";
    for (int level = 0; level < 6; level++) {
      schema = "{'allOf': [%s, %s]}".formatted(schema, schema);
    }
    CompiledModels.Model model = model(schema.replace('\'', '"'));
    String item = "{\"name\": \"of some length\", \"price\": 12.50, \"tags\": [1, 2, 3]},";
    assertTrue(model.accepts("[" + item.repeat(5_000) + "{}]"));
    assertFalse(model.accepts("[" + item.repeat(5_000) + "1]"));
  }

  @Test
  void searchesWithLookAheadInLinearTime() {
    CompiledModels.Model model =
        model("{'pattern': '^(?=.*a)(?=.*b)(?!.*x)([a-z]+)*\\\\d$'}".replace('\'', '"'));
    assertTrue(model.accepts("\"" + "ab".repeat(20_000) + "1\""));
    assertFalse(model.accepts("\"" + "ab".repeat(20_000) + "\""));
    assertFalse(model.accepts("\"" + "ab".repeat(20_000) + "x1\""));
    assertFalse(model.accepts("\"" + "a".repeat(20_000) + "1\""));
  }

  @Test
  void boundsTheWorkOfPatternsWhateverTheSizeOfTheBody() {
    String backtracking = "{'items': {'pattern': '^(a|(a)\\\\2|a)*b$'}}".replace('\'', '"');
    String oneText = "[\"" + "a".repeat(9_000_000) + "\"]";
    String manyTexts = "[" + ("\"" + "a".repeat(40) + "\",").repeat(200_000) + "0]";
    for (String schema : List.of(backtracking, "{\"items\": {\"pattern\": \"^(a+)+$\"}}")) {
      CompiledModels.Model model = model(schema);
      for (String body : List.of(oneText, manyTexts)) {
        assertTimeout(Duration.ofSeconds(10), () -> assertFalse(model.accepts(body)));
      }
      assertEquals(UNREADABLE, model.errors(oneText));
    }
  }

  @Test
  void takesNoSearchThatWasGivenUpForATextThatDoesNotMatch() {
    CompiledModels.Model model =
        model("{'not': {'pattern': '^(a|(a)\\\\2|a)*b$'}}".replace('\'', '"'));
    assertTrue(model.accepts("\"aaaaac\""));
    assertFalse(model.accepts("\"" + "a".repeat(1_000) + "c\""));
  }

  private static String nested(int depth) {
    return "{\"child\":".repeat(depth - 1)
        + "{\"kind\":\"a\"}"
        + ",\"kind\":\"b\"}".repeat(depth - 1);
  }

  private static CompiledModels.Model model(String schema) {
    Node node = JsonNodes.of(schema);
    SchemaSet set =
        new SchemaSet(
            Map.of("Model", node),
            node,
            "work.json",
            Dialect.DRAFT_4,
            false,
            true,
            uri -> Optional.empty());
    CompiledModels models = new CompiledModels();
    CompiledModel compiled = models.add(set, "work").get(0);
    return models.compile().model(compiled);
  }
}
