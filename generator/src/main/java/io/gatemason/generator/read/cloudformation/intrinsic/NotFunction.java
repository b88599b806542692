package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.source.Node;
import java.util.Optional;

/** {@code Fn::Not}: whether a condition does not hold. */
public final class NotFunction implements Intrinsic {
  @Override
  public String name() {
    return "Fn::Not";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    return call.list(1, 1)
        .map(arguments -> !ConditionFunction.holds(arguments.get(0), call, evaluator))
        .map(result -> call.text(String.valueOf(result)))
        .orElseGet(call::failed);
  }
}
