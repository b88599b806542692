package io.gatemason.runtime.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.generator.jsonschema.CompiledModel;
import io.gatemason.generator.jsonschema.Dialect;
import io.gatemason.generator.jsonschema.SchemaSet;
import io.gatemason.generator.source.Node;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Models as the managed service imports them: what it drops decides nothing. */
@Timeout(60)
class ImportedModelsTest {

  @Test
  void exclusiveMinimumIsDroppedAndExclusiveMaximumIsNot() {
    CompiledModels.Model model =
        model(
            "{'minimum': 1, 'exclusiveMinimum': true, 'maximum': 9, 'exclusiveMaximum': true}",
            Dialect.OPENAPI_3_0);
    assertTrue(model.accepts("1"));
    assertFalse(model.accepts("0.99"));
    assertFalse(model.accepts("9"));
    assertEquals(
        "[numeric instance is not strictly lower than the required maximum 9]", model.errors("9"));
  }

  @Test
  void numbersOfItemsAndNullableAreDropped() {
    CompiledModels.Model model =
        model(
            "{'type': 'object', 'properties': {'tags': {'type': 'array', 'nullable': true,"
                + " 'minItems': 2, 'maxItems': 3}}}",
            Dialect.OPENAPI_3_0);
    assertTrue(model.accepts("{\"tags\": []}"));
    assertTrue(model.accepts("{\"tags\": [1, 2, 3, 4]}"));
    assertFalse(model.accepts("{\"tags\": null}"));
  }

  @Test
  void oneOfIsDroppedInSwagger2() {
    String schema = "{'oneOf': [{'type': 'string'}, {'type': 'string', 'maxLength': 2}]}";
    assertTrue(model(schema, Dialect.DRAFT_4).accepts("\"a\""));
    assertTrue(model(schema, Dialect.DRAFT_4).accepts("1"));
    assertFalse(model(schema, Dialect.OPENAPI_3_0).accepts("\"a\""));
    assertTrue(model(schema, Dialect.OPENAPI_3_0).accepts("\"abc\""));
  }

  @Test
  void nothingIsDroppedOfModelsThatAreResources() {
    String schema =
        "{'oneOf': [{'type': 'string'}, {'maxLength': 2}], 'minItems': 1, 'maxItems': 2,"
            + " 'minimum': 3, 'exclusiveMinimum': true, 'nullable': true}";
    for (Dialect dialect : new Dialect[] {Dialect.DRAFT_4, Dialect.OPENAPI_3_0}) {
      CompiledModels.Model model = model(schema, dialect, Set.of("Model"));
      assertFalse(model.accepts("\"a\""));
      assertTrue(model.accepts("\"abc\""));
      assertFalse(model.accepts("[]"));
      assertTrue(model.accepts("[1, 2]"));
      assertFalse(model.accepts("[1, 2, 3]"));
      assertFalse(model.accepts("3"));
      assertTrue(model.accepts("4"));
    }
  }

  private static CompiledModels.Model model(String schema, Dialect dialect) {
    return model(schema, dialect, Set.of());
  }

  private static CompiledModels.Model model(String schema, Dialect dialect, Set<String> declared) {
    Node node = JsonNodes.of(schema.replace('\'', '"'));
    CompiledModels models = new CompiledModels();
    CompiledModel compiled =
        models
            .add(
                SchemaSet.imported(Map.of("Model", node), node, "imported.json", dialect)
                    .declaring(declared),
                "imported")
            .get(0);
    return models.compile().model(compiled);
  }
}
