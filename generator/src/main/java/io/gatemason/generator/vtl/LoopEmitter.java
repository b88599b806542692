package io.gatemason.generator.vtl;

import com.palantir.javapoet.CodeBlock;
import io.gatemason.generator.diagnostics.MappingTemplateCodes;
import io.gatemason.generator.vtl.ReferenceEmitter.Bound;
import io.gatemason.generator.vtl.tree.Expression;
import io.gatemason.generator.vtl.tree.Expression.Call;
import io.gatemason.generator.vtl.tree.Expression.Property;
import io.gatemason.generator.vtl.tree.Expression.Step;
import java.util.List;

/**
 * Binds {@code $foreach}, {@code $velocityCount} and {@code $velocityHasNext}: to the loop around
 * them, or, inside of {@code #define}, to the loop that runs where the definition is used.
 */
final class LoopEmitter {
  private static final int TOPMOST = Integer.MAX_VALUE;

  private final Emission emission;

  LoopEmitter(Emission emission) {
    this.emission = emission;
  }

  /** A property of the innermost loop. */
  Code innermost(Expression.Reference reference, String property, Scope scope) {
    return known(reference, 0, property, scope);
  }

  /** A property of {@code $foreach}, of its parents or of the outermost loop. */
  Bound foreach(Expression.Reference reference, List<Step> steps, Scope scope) {
    if (scope.loops().isEmpty() && !scope.used()) {
      return new Bound(outside(reference), steps.size());
    }
    int up = 0;
    for (int i = 0; i < steps.size(); i++) {
      String name = property(steps.get(i));
      if (name.equals("parent")) {
        up = up == TOPMOST ? up : up + 1;
      } else if (name.equals("topmost")) {
        up = TOPMOST;
      } else {
        return new Bound(property(reference, up, name, steps.get(i), scope), i + 1);
      }
    }
    notAValue(reference);
    return new Bound(Code.NOTHING, steps.size());
  }

  private static String property(Step step) {
    if (step instanceof Property property) {
      return property.name();
    }
    if (step instanceof Call call && call.arguments().isEmpty()) {
      String name = call.name().replaceFirst("^(get|is)(?=[A-Z])", "");
      return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
    return "";
  }

  private Code property(
      Expression.Reference reference, int up, String name, Step step, Scope scope) {
    return switch (name) {
      case "count", "index", "hasNext", "first", "last" -> known(reference, up, name, scope);
      default -> unknown(name, step);
    };
  }

  private Code known(Expression.Reference reference, int up, String name, Scope scope) {
    List<String> loops = scope.loops();
    if (scope.used() && (up == TOPMOST || up >= loops.size())) {
      return running(up, name);
    }
    int level = up == TOPMOST ? 0 : loops.size() - 1 - up;
    if (level < 0 || loops.isEmpty()) {
      return outside(reference);
    }
    return name.equals("count") || name.equals("index")
        ? Code.integer("$N.$N()", loops.get(level), name)
        : Code.condition("$N.$N()", loops.get(level), name);
  }

  /** Nothing is known of the loops around the use of a definition before the template runs. */
  private static Code running(int up, String name) {
    CodeBlock property = CodeBlock.of("$T::$N", RuntimeNames.LOOP, name);
    return up == TOPMOST
        ? Code.optional("out.ofTopmostLoop($L)", property)
        : Code.optional("out.ofLoop($L, $L)", up, property);
  }

  private Code outside(Expression.Reference reference) {
    emission
        .problems()
        .warning(
            MappingTemplateCodes.GM4002,
            reference.at(),
            reference.root().length() + 1,
            "\"$" + reference.root() + "\" has no value outside of #foreach",
            "move it into the loop");
    return Code.NOTHING;
  }

  private void notAValue(Expression.Reference reference) {
    emission
        .problems()
        .error(
            MappingTemplateCodes.GM4002,
            reference.at(),
            8,
            "\"$foreach\" cannot be used as a value",
            "use $foreach.count, .index, .hasNext, .first or .last");
  }

  private Code unknown(String name, Step step) {
    emission
        .problems()
        .warning(
            MappingTemplateCodes.GM4002,
            step.at(),
            Math.max(1, name.length()),
            "\"$foreach\" has nothing of this name; it gives the empty text",
            "use count, index, hasNext, first, last, parent or topmost");
    return Code.NOTHING;
  }
}
