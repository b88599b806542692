package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.read.cloudformation.Place;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;

/** A condition by name: a parameter of the build, else what a template defines. */
public final class ConditionFunction implements Intrinsic {
  static final int MOST_NESTED = 20;

  @Override
  public String name() {
    return "Condition";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    return evaluator
        .text(call.argument(), call)
        .map(name -> call.text(String.valueOf(holds(name, call, evaluator))))
        .orElseGet(call::failed);
  }

  /** Whether a condition holds; one that nobody defines is reported and taken to hold. */
  static boolean holds(String name, Call call, Evaluator evaluator) {
    Optional<String> parameter = evaluator.names().parameter(name);
    if (parameter.isPresent()) {
      return parameter.get().equalsIgnoreCase("true");
    }
    Optional<Node> defined =
        evaluator.names().templates().stream()
            .flatMap(template -> template.condition(name).stream())
            .findFirst();
    if (defined.isEmpty() || call.place().depth() > MOST_NESTED) {
      call.unresolved(SourceCodes.GM2025, "condition \"" + name + "\"", name);
      return true;
    }
    return holds(defined.get(), call, evaluator);
  }

  /** Whether a condition written as a function holds. */
  static boolean holds(Node condition, Call call, Evaluator evaluator) {
    Place inside = call.place().nested();
    Optional<String> name =
        condition
            .asObject()
            .flatMap(object -> object.get("Condition"))
            .flatMap(Node::asScalar)
            .map(ScalarNode::text);
    Call nested =
        new Call(call.function(), condition.range(), condition, inside, call.diagnostics());
    if (name.isPresent()) {
      return holds(name.get(), nested, evaluator);
    }
    return evaluator.text(condition, nested).filter("true"::equalsIgnoreCase).isPresent();
  }
}
