package io.gatemason.runtime.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatemason.generator.jsonschema.CompiledModel;
import io.gatemason.generator.jsonschema.Dialect;
import io.gatemason.generator.jsonschema.SchemaSet;
import io.gatemason.generator.source.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What counts as JSON, whatever the model. */
@Timeout(60)
class BodyParsingTest {
  private static final List<CompiledModels.Model> MODELS = new ArrayList<>();

  /** A model that skips all, one that reads all, one that holds all. */
  @BeforeAll
  static void compile() {
    CompiledModels models = new CompiledModels();
    List<CompiledModel> compiled = new ArrayList<>();
    for (String schema :
        List.of(
            "{}",
            "{'items': {'$ref': '#'}, 'additionalProperties': {'$ref': '#'}}",
            "{'anyOf': [{'uniqueItems': false}, {'type': 'string'}], 'not': {'enum': [[7]]}}")) {
      Node node = JsonNodes.of(schema.replace('\'', '"'));
      SchemaSet set =
          new SchemaSet(
              Map.of("Model", node),
              node,
              "body.json",
              Dialect.DRAFT_4,
              false,
              true,
              uri -> Optional.empty());
      compiled.addAll(models.add(set, "body.model" + compiled.size()));
    }
    CompiledModels.Loaded loaded = models.compile();
    compiled.forEach(model -> MODELS.add(loaded.model(model)));
  }

  @Test
  void acceptsAndRefusesAsThePublicSuiteSays() throws IOException {
    Path folder =
        Path.of(
            System.getProperty("gatemason.shared", "../shared"),
            "suites/json-parsing/test_parsing");
    assumeTrue(Files.isDirectory(folder), "no suites/json-parsing below gatemason.shared");
    List<String> wrong = new ArrayList<>();
    int count = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        count++;
        byte[] body = Files.readAllBytes(file);
        char kind = file.getFileName().toString().charAt(0);
        for (CompiledModels.Model model : MODELS) {
          boolean accepted = model.accepts(body);
          boolean explained = accepted || model.errors(body).length() > 2;
          if (kind == 'y' && !accepted || kind == 'n' && accepted || !explained) {
            wrong.add(file.getFileName() + (accepted ? " accepted" : " refused"));
          }
        }
      }
    }
    assertTrue(count > 300, "only " + count + " files");
    assertEquals(List.of(), wrong);
  }

  @Test
  void refusesDeepNesting() {
    String deep = "[".repeat(5000) + "]".repeat(5000);
    MODELS.forEach(model -> assertFalse(model.accepts(deep)));
    MODELS.forEach(
        model -> assertEquals("[Unknown error parsing request body]", model.errors(deep)));
  }

  @Test
  void refusesWhatIsNotUtf8() {
    for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      byte[] body = "{\"a\": 1}".getBytes(charset);
      MODELS.forEach(model -> assertFalse(model.accepts(body)));
    }
    byte[] truncated = {'"', (byte) 0xC3, '"'};
    MODELS.forEach(model -> assertFalse(model.accepts(truncated)));
  }

  @Test
  void skipsAByteOrderMarkOfUtf8() {
    for (CompiledModels.Model model : MODELS) {
      assertTrue(model.accepts("\uFEFF{\"a\": 1}"));
      assertFalse(model.accepts("\uFEFF"));
      assertFalse(model.accepts("\uFEFF\uFEFF{}"));
      assertFalse(model.accepts(" \uFEFF{}"));
      assertFalse(model.accepts(new byte[] {(byte) 0xEF, (byte) 0xBB, '{', '}'}));
    }
    assertEquals(MODELS.get(2).errors("[7]"), MODELS.get(2).errors("\uFEFF[7]"));
    assertEquals("[Unknown error parsing request body]", MODELS.get(2).errors("\uFEFF"));
  }

  @Test
  void refusesEmptyBodiesAndTrailingText() {
    for (String body : List.of("", "  ", "{} {}", "1 2", "[1],", "{\"a\": 1} x")) {
      MODELS.forEach(model -> assertFalse(model.accepts(body), body));
      MODELS.forEach(
          model -> assertEquals("[Unknown error parsing request body]", model.errors(body)));
    }
  }
}
