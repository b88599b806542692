package io.gatemason.generator.layout;

import com.palantir.javapoet.ClassName;
import io.gatemason.generator.layout.name.Names;
import io.gatemason.generator.model.JavaFunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides which classes call functions: one per function, named after it. */
final class FunctionLayouts {
  private FunctionLayouts() {}

  /** In the order of the functions' names; two that differ in signs only are told apart. */
  static List<FunctionLayout> of(String packageName, List<JavaFunction> functions) {
    List<FunctionLayout> layouts = new ArrayList<>();
    for (JavaFunction function :
        functions.stream().sorted(Comparator.comparing(f -> f.definition().name())).toList()) {
      String own = function.definition().name();
      String type = type(own);
      boolean shared =
          functions.stream()
              .map(other -> other.definition().name())
              .anyMatch(other -> !other.equals(own) && type(other).equalsIgnoreCase(type));
      String name = shared ? type + Names.fingerprint(own) : type;
      layouts.add(new FunctionLayout(function, ClassName.get(packageName, name + "Function")));
    }
    return layouts;
  }

  private static String type(String name) {
    String type = Names.type(name);
    return type.endsWith("Function")
        ? type.substring(0, type.length() - "Function".length())
        : type;
  }
}
