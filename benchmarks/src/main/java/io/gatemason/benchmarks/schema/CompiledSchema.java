package io.gatemason.benchmarks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.benchmarks.generation.GeneratedClass;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.jsonschema.CompiledModel;
import io.gatemason.generator.jsonschema.Dialect;
import io.gatemason.generator.jsonschema.SchemaCompiler;
import io.gatemason.generator.jsonschema.SchemaSet;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.NodeReader;
import io.gatemason.generator.source.SourceFile;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Generates, compiles and loads a model. */
final class CompiledSchema {
  private CompiledSchema() {}

  @SuppressWarnings("unchecked")
  static Predicate<byte[]> load(JsonNode schema) {
    SourceFile file = new SourceFile("benchmark.json", schema.toString());
    Node node = new NodeReader().read(file, problem -> {}).orElseThrow();
    SchemaSet set =
        new SchemaSet(
            Map.of("Body", node),
            node,
            "benchmark.json",
            Dialect.DRAFT_2020_12,
            false,
            false,
            uri -> Optional.empty());
    CompiledModel model = SchemaCompiler.compile(set, "generated", new Diagnostics()).get(0);
    return GeneratedClass.load(
        model.className(),
        model.type(),
        Predicate.class,
        "accepts",
        MethodType.methodType(boolean.class, byte[].class));
  }
}
