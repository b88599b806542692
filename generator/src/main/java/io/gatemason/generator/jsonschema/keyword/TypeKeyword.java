package io.gatemason.generator.jsonschema.keyword;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.PayloadModelCodes;
import io.gatemason.generator.jsonschema.code.RuntimeTypes;
import io.gatemason.generator.jsonschema.code.Scope;
import io.gatemason.generator.jsonschema.code.Values;
import io.gatemason.generator.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The types a value may have. */
public final class TypeKeyword implements Keyword {
  private static final String TYPES = "array, boolean, integer, null, number, object and string";
  private static final Map<String, String> METHODS =
      Map.of(
          "array", "array",
          "boolean", "bool",
          "integer", "integer",
          "null", "none",
          "number", "number",
          "object", "object",
          "string", "string");

  @Override
  public String name() {
    return "type";
  }

  @Override
  public void compile(Node value, Scope scope) {
    List<String> names =
        value.asArray().isPresent()
            ? Values.texts(name(), value, scope)
            : Values.text(value).map(List::of).orElse(List.of());
    if (names.isEmpty()) {
      Values.wrong(name(), value, "one or more of " + TYPES, scope);
      return;
    }
    List<String> unknown = names.stream().filter(name -> !METHODS.containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      scope.report(
          PayloadModelCodes.GM5003,
          value,
          "\"" + unknown.get(0) + "\" is no type; there are " + TYPES,
          DidYouMean.closest(unknown.get(0), METHODS.keySet())
              .map(near -> "did you mean \"" + near + "\"?")
              .orElse("write one of the types"));
      return;
    }
    TreeSet<String> types = new TreeSet<>(names);
    if (scope.nullable() && scope.schema().get("nullable").filter(Values::isTrue).isPresent()) {
      types.add("null");
    }
    boolean integral = !scope.draft4() && types.contains("integer");
    if (types.size() == 1) {
      String method = integral ? "integral" : METHODS.get(types.first());
      scope
          .code()
          .value(
              CodeBlock.of("$T.$L(in)", RuntimeTypes.TYPES, method),
              CodeBlock.of("$T::$L", RuntimeTypes.TYPES, method));
    } else {
      CodeBlock set = several(types, integral, scope);
      scope.code().value(CodeBlock.of("$L.check(in)", set), CodeBlock.of("$L::check", set));
    }
  }

  private static CodeBlock several(Set<String> types, boolean integral, Scope scope) {
    CodeBlock names =
        types.stream().map(type -> CodeBlock.of("$S", type)).collect(CodeBlock.joining(", "));
    return scope.constant(
        "TYPES",
        RuntimeTypes.TYPE_SET,
        CodeBlock.of("$T.$L($L)", RuntimeTypes.TYPE_SET, integral ? "integral" : "of", names));
  }
}
