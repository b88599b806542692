package io.gatemason.benchmarks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.palantir.javapoet.JavaFile;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.jsonschema.CompiledModel;
import io.gatemason.generator.jsonschema.Dialect;
import io.gatemason.generator.jsonschema.SchemaCompiler;
import io.gatemason.generator.jsonschema.SchemaSet;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.NodeReader;
import io.gatemason.generator.source.SourceFile;
import java.io.IOException;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

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
    try {
      Path folder = Files.createTempDirectory("models");
      compile(JavaFile.builder("generated", model.type()).build(), folder);
      URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
      Class<?> type = loader.loadClass(model.className().reflectionName());
      return MethodHandleProxies.asInterfaceInstance(
          Predicate.class,
          MethodHandles.publicLookup()
              .findStatic(type, "accepts", MethodType.methodType(boolean.class, byte[].class)));
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void compile(JavaFile source, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("-proc:none", "-d", folder.toString());
      if (!compiler
          .getTask(null, files, null, options, null, List.of(source.toJavaFileObject()))
          .call()) {
        throw new IllegalStateException("the model does not compile");
      }
    }
  }
}
