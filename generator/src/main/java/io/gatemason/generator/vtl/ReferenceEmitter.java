package io.gatemason.generator.vtl;

import io.gatemason.generator.diagnostics.DidYouMean;
import io.gatemason.generator.diagnostics.MappingTemplateCodes;
import io.gatemason.generator.vtl.tree.Expression;
import io.gatemason.generator.vtl.tree.Expression.Call;
import io.gatemason.generator.vtl.tree.Expression.Index;
import io.gatemason.generator.vtl.tree.Expression.Property;
import io.gatemason.generator.vtl.tree.Expression.Step;
import java.util.List;

/** Binds references: roots to the runtime's objects, steps to its functions. */
final class ReferenceEmitter {
  private final Emission emission;
  private final ExpressionEmitter expressions;
  private final InputEmitter input;
  private final ContextEmitter context;
  private final LoopEmitter loops;

  ReferenceEmitter(Emission emission, ExpressionEmitter expressions) {
    this.emission = emission;
    this.expressions = expressions;
    this.input = new InputEmitter(emission, expressions);
    this.context = new ContextEmitter(emission);
    this.loops = new LoopEmitter(emission);
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
      case "foreach" -> loops.foreach(reference, steps, scope);
      case "velocityCount" -> new Bound(loops.innermost(reference, "count", scope), 0);
      case "velocityHasNext" -> new Bound(loops.innermost(reference, "hasNext", scope), 0);
      default -> undefined(reference, steps);
    };
  }

  private Bound undefined(Expression.Reference reference, List<Step> steps) {
    if (!reference.root().equals("null")) {
      emission
          .problems()
          .warning(
              MappingTemplateCodes.GM4002,
              reference.at(),
              reference.root().length() + 1,
              "\"$" + reference.root() + "\" is never set and gives the empty text",
              "set it with #set, or remove the reference");
    }
    return new Bound(Code.NOTHING, steps.size());
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
            MappingTemplateCodes.GM4004,
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
    boolean exists = ValueFunctions.exists(call.name());
    String similar = exists ? "" : DidYouMean.hint(call.name(), ValueFunctions.names());
    emission
        .problems()
        .failure(
            MappingTemplateCodes.GM4003,
            call.at(),
            call.name().length(),
            exists
                ? "\"" + call.name() + "\" does not take " + call.arguments().size() + " arguments"
                : "\"" + call.name() + "\" is not a known function of values",
            similar.isEmpty() ? "see the list of functions in the page of this code" : similar);
  }
}
