package io.gatemason.generator.vtl;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.vtl.Expression.Call;
import io.gatemason.generator.vtl.Expression.Index;
import io.gatemason.generator.vtl.Expression.Property;
import io.gatemason.generator.vtl.Expression.Step;
import java.util.List;
import java.util.function.Function;

/** Binds references: roots to the runtime's objects, steps to its functions. */
final class ReferenceEmitter {
  private final Emission emission;
  private final ExpressionEmitter expressions;
  private final InputEmitter input;
  private final ContextEmitter context;

  ReferenceEmitter(Emission emission, ExpressionEmitter expressions) {
    this.emission = emission;
    this.expressions = expressions;
    this.input = new InputEmitter(emission, expressions);
    this.context = new ContextEmitter(emission);
  }

  /** The value of a reference; null where the service knows nothing of that name. */
  Code emit(Expression.Reference reference, Scope scope) {
    return emit(reference, reference.steps(), scope);
  }

  /** The value of the first {@code steps} of a reference. */
  Code emit(Expression.Reference reference, List<Step> steps, Scope scope) {
    Bound root = root(reference, steps, scope);
    Code code = root.code();
    for (Step step : steps.subList(root.steps(), steps.size())) {
      code = step(code, step, scope);
    }
    return code;
  }

  /** What a root and the first steps after it became. */
  record Bound(Code code, int steps) {}

  private Bound root(Expression.Reference reference, List<Step> steps, Scope scope) {
    String root = reference.root();
    if (emission.variables().assigned(root)) {
      return new Bound(Code.optional("$N", emission.variables().field(root)), 0);
    }
    return switch (root) {
      case "input" -> input.input(reference, steps, scope);
      case "util" -> input.util(reference, steps, scope);
      case "stageVariables" -> input.stageVariables(steps);
      case "context" -> context.emit(reference, steps);
      case "foreach" -> loop(reference, steps, scope);
      case "velocityCount" -> loopValue(reference, scope, loop -> Code.integer("$N.count()", loop));
      case "velocityHasNext" ->
          loopValue(reference, scope, loop -> Code.condition("$N.hasNext()", loop));
      default -> undefined(reference, steps);
    };
  }

  private Bound undefined(Expression.Reference reference, List<Step> steps) {
    if (!reference.root().equals("null")) {
      emission
          .problems()
          .warning(
              DiagnosticCode.GM4002,
              reference.at(),
              reference.root().length() + 1,
              "\"$" + reference.root() + "\" is never set and gives the empty text",
              "set it with #set, or remove the reference");
    }
    return new Bound(Code.NOTHING, steps.size());
  }

  private Bound loopValue(
      Expression.Reference reference, Scope scope, Function<String, Code> value) {
    return new Bound(
        scope.innermost().map(value).orElseGet(() -> outsideLoop(reference, scope)), 0);
  }

  private Code outsideLoop(Expression.Reference reference, Scope scope) {
    if (scope.exit() == Scope.Exit.BLOCK) {
      emission
          .problems()
          .error(
              DiagnosticCode.GM4005,
              reference.at(),
              reference.root().length() + 1,
              "\"$" + reference.root() + "\" inside #define is not supported",
              "set a variable in the loop and use that inside #define");
    } else {
      emission
          .problems()
          .warning(
              DiagnosticCode.GM4002,
              reference.at(),
              reference.root().length() + 1,
              "\"$" + reference.root() + "\" has no value outside of #foreach",
              "move it into the loop");
    }
    return Code.NOTHING;
  }

  private Bound loop(Expression.Reference reference, List<Step> steps, Scope scope) {
    if (scope.loops().isEmpty()) {
      return new Bound(outsideLoop(reference, scope), steps.size());
    }
    int level = scope.loops().size() - 1;
    for (int i = 0; i < steps.size(); i++) {
      String name = loopProperty(steps.get(i));
      if (name.equals("parent")) {
        level--;
      } else if (name.equals("topmost")) {
        level = 0;
      } else {
        return new Bound(loopProperty(level, name, steps.get(i), scope), i + 1);
      }
      if (level < 0) {
        return new Bound(outsideLoop(reference, scope), steps.size());
      }
    }
    emission
        .problems()
        .error(
            DiagnosticCode.GM4002,
            reference.at(),
            8,
            "\"$foreach\" cannot be used as a value",
            "use $foreach.count, .index, .hasNext, .first or .last");
    return new Bound(Code.NOTHING, steps.size());
  }

  private static String loopProperty(Step step) {
    if (step instanceof Property property) {
      return property.name();
    }
    if (step instanceof Call call && call.arguments().isEmpty()) {
      String name = call.name().replaceFirst("^(get|is)(?=[A-Z])", "");
      return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
    return "";
  }

  private Code loopProperty(int level, String name, Step step, Scope scope) {
    String loop = scope.loops().get(level);
    return switch (name) {
      case "count", "index" -> Code.integer("$N.$N()", loop, name);
      case "hasNext", "first", "last" -> Code.condition("$N.$N()", loop, name);
      default -> unknownLoopProperty(name, step);
    };
  }

  private Code unknownLoopProperty(String name, Step step) {
    emission
        .problems()
        .warning(
            DiagnosticCode.GM4002,
            step.at(),
            Math.max(1, name.length()),
            "\"$foreach\" has nothing of this name; it gives the empty text",
            "use count, index, hasNext, first, last, parent or topmost");
    return Code.NOTHING;
  }

  private Code step(Code receiver, Step step, Scope scope) {
    if (step instanceof Property property) {
      if (property.name().equals("class")) {
        refuse(property.name(), property.at());
      }
      return receiver.missing()
          ? receiver
          : Code.optional(
              "$T.property($L, $S)", RuntimeNames.VALUES, receiver.block(), property.name());
    } else if (step instanceof Index element) {
      Code index = expressions.value(element.index(), scope);
      return receiver.missing()
          ? receiver
          : Code.optional("$T.index($L, $L)", RuntimeNames.VALUES, receiver.block(), index.block());
    }
    Call call = (Call) step;
    if (!ValueFunctions.exists(call.name(), call.arguments().size())) {
      unknownFunction(call);
      return Code.NOTHING;
    }
    return receiver.missing() ? receiver : expressions.call(receiver, call, scope);
  }

  private void refuse(String name, int at) {
    emission
        .problems()
        .error(
            DiagnosticCode.GM4004,
            at,
            name.length(),
            "\"" + name + "\" is refused: templates cannot reach Java classes",
            "remove it");
  }

  private void unknownFunction(Call call) {
    if (call.name().equals("getClass") || call.name().equals("forName")) {
      refuse(call.name(), call.at());
      return;
    }
    String message =
        ValueFunctions.exists(call.name())
            ? "\"" + call.name() + "\" does not take " + call.arguments().size() + " arguments"
            : "\"" + call.name() + "\" is not a known function of values";
    emission
        .problems()
        .error(
            DiagnosticCode.GM4003,
            call.at(),
            call.name().length(),
            message,
            "see the list of functions in the page of this code");
  }
}
