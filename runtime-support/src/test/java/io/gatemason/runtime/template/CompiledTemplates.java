package io.gatemason.runtime.template;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import io.gatemason.generator.diagnostics.Diagnostic;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.source.ScalarNode;
import io.gatemason.generator.source.SourceFile;
import io.gatemason.generator.vtl.CompiledTemplate;
import io.gatemason.generator.vtl.VtlCompiler;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles many templates to classes in memory with one run of the Java compiler. */
final class CompiledTemplates {
  private static final String PACKAGE = "compiled.templates";

  private final VtlCompiler compiler;
  private final Map<Integer, CompiledTemplate> templates = new LinkedHashMap<>();
  private final List<String> sources = new ArrayList<>();
  private final List<List<Diagnostic>> diagnostics = new ArrayList<>();
  private Map<Integer, MethodHandle> renderers = Map.of();

  CompiledTemplates(VtlCompiler compiler) {
    this.compiler = compiler;
  }

  /**
   * Compiles all templates; those with errors are kept as failed. The generated code has to compile
   * without warnings.
   */
  static CompiledTemplates of(VtlCompiler compiler, List<String> texts) {
    return of(compiler, texts, new JavaCompilation(), true);
  }

  /** Compiles all templates; {@code strict} fails the test if generated code has warnings. */
  static CompiledTemplates of(
      VtlCompiler compiler, List<String> texts, JavaCompilation java, boolean strict) {
    CompiledTemplates all = new CompiledTemplates(compiler);
    texts.forEach(all::add);
    all.renderers = all.load(java, strict);
    return all;
  }

  private void add(String text) {
    int number = diagnostics.size();
    Diagnostics found = new Diagnostics();
    ClassName name = ClassName.get(PACKAGE, "Template" + number);
    SourceFile file = new SourceFile("template.vtl", text);
    ScalarNode node = new ScalarNode(file.range(), "", ScalarNode.Kind.STRING, text);
    Optional<CompiledTemplate> compiled = compiler.compile(node, name, found);
    diagnostics.add(found.all());
    compiled.ifPresent(template -> templates.put(number, template));
    String source =
        compiled
            .flatMap(CompiledTemplate::type)
            .map(type -> JavaFile.builder(PACKAGE, type).build().toString())
            .orElse("");
    sources.add(source);
  }

  List<Diagnostic> diagnostics(int number) {
    return diagnostics.get(number);
  }

  /** Whether a template was compiled without errors. */
  boolean compiled(int number) {
    return templates.containsKey(number);
  }

  /** Renders a compiled template. */
  String render(int number, TemplateInput input) {
    CompiledTemplate template = templates.get(number);
    if (template.constantText().isPresent()) {
      return template.constantText().get();
    }
    try {
      return (String) renderers.get(number).invokeExact(input);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<Integer, MethodHandle> load(JavaCompilation java, boolean strict) {
    Map<String, String> classes = new LinkedHashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      if (!sources.get(i).isEmpty()) {
        classes.put(className(i), sources.get(i));
      }
    }
    if (classes.isEmpty()) {
      return Map.of();
    }
    ClassLoader loader = java.compile(classes, strict);
    Map<Integer, MethodHandle> handles = new HashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      if (!sources.get(i).isEmpty()) {
        handles.put(i, renderer(loader, className(i)));
      }
    }
    return handles;
  }

  private static String className(int number) {
    return PACKAGE + ".Template" + number;
  }

  private static MethodHandle renderer(ClassLoader loader, String name) {
    MethodType type = MethodType.methodType(String.class, TemplateInput.class);
    try {
      return MethodHandles.publicLookup().findStatic(loader.loadClass(name), "render", type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
