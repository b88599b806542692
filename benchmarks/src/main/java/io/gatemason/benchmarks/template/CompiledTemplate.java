package io.gatemason.benchmarks.template;

import com.palantir.javapoet.ClassName;
import io.gatemason.benchmarks.generation.GeneratedClass;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.model.ContextNames;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.SourceFile;
import io.gatemason.generator.vtl.VtlCompiler;
import io.gatemason.runtime.template.TemplateInput;
import java.lang.invoke.MethodType;

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
    var compiled =
        new VtlCompiler(false, ContextNames.inTemplates())
            .compile(node, NAME, new Diagnostics())
            .orElseThrow();
    String constant = compiled.constantText().orElse("");
    return compiled
        .type()
        .map(
            type ->
                GeneratedClass.load(
                    NAME,
                    type,
                    Renderer.class,
                    "render",
                    MethodType.methodType(String.class, TemplateInput.class)))
        .orElse(input -> constant);
  }
}
