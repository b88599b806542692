package io.gatemason.benchmarks.template;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.SourceFile;
import io.gatemason.generator.vtl.VtlCompiler;
import io.gatemason.runtime.template.TemplateInput;
import java.io.IOException;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Generates, compiles and loads a template. */
final class CompiledTemplate {
  private static final ClassName NAME = ClassName.get("generated", "BenchmarkTemplate");

  private CompiledTemplate() {}

  /** Renders a template. */
  @FunctionalInterface
  public interface Renderer {
    /** The text that the template gives. */
    String render(TemplateInput input);
  }

  static Renderer load(String text) {
    SourceFile file = new SourceFile("benchmark.vtl", text);
    ScalarNode node = new ScalarNode(file.range(), "", ScalarNode.Kind.STRING, text);
    var compiled = new VtlCompiler(false, ContextNames.inTemplates()).compile(node, NAME, new Diagnostics()).orElseThrow();
    String constant = compiled.constantText().orElse("");
    return compiled.type().map(CompiledTemplate::load).orElse(input -> constant);
  }

  private static Renderer load(TypeSpec type) {
    try {
      Path folder = Files.createTempDirectory("templates");
      compile(JavaFile.builder(NAME.packageName(), type).build(), folder);
      URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
      return MethodHandleProxies.asInterfaceInstance(
          Renderer.class,
          MethodHandles.publicLookup()
              .findStatic(
                  loader.loadClass(NAME.reflectionName()),
                  "render",
                  MethodType.methodType(String.class, TemplateInput.class)));
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
        throw new IllegalStateException("the template does not compile");
      }
    }
  }
}
