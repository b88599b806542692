package io.gatemason.runtime.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.fge.jsonschema.core.exceptions.ProcessingException;
import com.github.fge.jsonschema.core.report.LogLevel;
import com.github.fge.jsonschema.core.report.ProcessingMessage;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gatemason.generator.jsonschema.CompiledModel;
import io.gatemason.generator.jsonschema.Dialect;
import io.gatemason.generator.jsonschema.SchemaSet;
import io.gatemason.generator.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random schemas and bodies: generated models against the reference libraries. */
@Timeout(300)
class SchemaFuzzTest {
  private static final int SCHEMAS = 600;
  private static final int BODIES = 50;

  @Test
  void agreesWithTheReferenceOfDraft4InVerdictAndMessages() {
    JsonSchemaFactory factory = JsonSchemaFactory.byDefault();
    compare(
        Dialect.DRAFT_4,
        20_260_101,
        (schema, body) -> {
          try {
            List<String> errors = new ArrayList<>();
            for (ProcessingMessage message : factory.getJsonSchema(schema).validate(body)) {
              if (message.getLogLevel() == LogLevel.ERROR) {
                errors.add(message.getMessage());
              }
            }
            return errors.isEmpty() ? "" : "[" + String.join(", ", errors) + "]";
          } catch (ProcessingException e) {
            throw new IllegalStateException(schema.toString(), e);
          }
        });
  }

  @Test
  void agreesWithTheReferenceOfDraft202012InVerdict() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    compare(
        Dialect.DRAFT_2020_12,
        20_260_102,
        (schema, body) -> registry.getSchema(schema).validate(body).isEmpty() ? "" : "refused");
  }

  /** A reference answers the empty text for valid bodies. */
  private static void compare(
      Dialect dialect, long seed, BiFunction<JsonNode, JsonNode, String> reference) {
    boolean messages = dialect == Dialect.DRAFT_4;
    RandomSchemas random = new RandomSchemas(seed, messages);
    CompiledModels models = new CompiledModels();
    List<JsonNode> schemas = new ArrayList<>();
    List<CompiledModel> compiled = new ArrayList<>();
    for (int i = 0; i < SCHEMAS; i++) {
      JsonNode schema = random.schema();
      schemas.add(schema);
      compiled.add(models.add(set(schema, dialect), "fuzz.schema" + i).get(0));
    }
    CompiledModels.Loaded loaded = models.compile();
    int refused = 0;
    for (int i = 0; i < SCHEMAS; i++) {
      CompiledModels.Model model = loaded.model(compiled.get(i));
      JsonNode schema = schemas.get(i);
      for (int j = 0; j < BODIES; j++) {
        JsonNode body = random.value(3);
        String expected = reference.apply(schema, body);
        String actual = answer(model, body.toString(), messages);
        refused += expected.isEmpty() ? 0 : 1;
        assertEquals(expected, actual, () -> body + " against " + schema);
      }
    }
    assertTrue(refused > SCHEMAS * BODIES / 10, "bodies refused: " + refused);
    assertTrue(refused < SCHEMAS * BODIES * 9 / 10, "bodies refused: " + refused);
  }

  private static String answer(CompiledModels.Model model, String body, boolean messages) {
    if (model.accepts(body)) {
      return "";
    }
    return messages ? model.errors(body) : "refused";
  }

  private static SchemaSet set(JsonNode schema, Dialect dialect) {
    Node node = JsonNodes.of(schema);
    return new SchemaSet(
        Map.of("Model", node),
        node,
        "fuzz.json",
        dialect,
        false,
        dialect == Dialect.DRAFT_4,
        uri -> Optional.empty());
  }
}
