package io.gatemason.generator.jsonschema;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compiles payload models into Java classes, one each. */
public final class SchemaCompiler {
  private SchemaCompiler() {}

  /**
   * Compiles all models of a set.
   *
   * @param packageName the package of the classes
   * @param diagnostics receives what is wrong with the schemas; where that includes errors the
   *     classes must not be written
   * @return one class per model, in the order of the set
   */
  public static List<CompiledModel> compile(
      SchemaSet set, String packageName, Diagnostics diagnostics) {
    SchemaGraph graph = new SchemaGraph(set);
    Map<Node, ClassName> classes = new HashMap<>();
    Set<String> taken = new HashSet<>();
    set.models().forEach((name, node) -> classes.put(node, className(packageName, name, taken)));
    List<CompiledModel> compiled = new ArrayList<>();
    set.models()
        .forEach(
            (name, node) -> {
              SchemaProblems problems = new SchemaProblems(set, name, graph, diagnostics);
              problems.findEndlessReferences(graph.at(node, graph.document(), ""), node);
              ModelWriter writer = new ModelWriter(set, graph, classes, node, problems);
              compiled.add(new CompiledModel(name, writer.className(), writer.write()));
            });
    return compiled;
  }

  private static ClassName className(String packageName, String model, Set<String> taken) {
    String words = MethodNames.capitalised(model);
    boolean usable = !words.isEmpty() && Character.isLetter(words.charAt(0));
    String name = usable ? words + "Model" : "Model" + words;
    // File systems that ignore case would mix up Pet and PET.
    while (!taken.add(name.toLowerCase(Locale.ROOT))) {
      name = name + "Model";
    }
    return ClassName.get(packageName, name);
  }
}
