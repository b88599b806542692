package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Optional;

/** {@code Fn::If}: one of two values; the other one is not looked at. */
public final class IfFunction implements Intrinsic {
  @Override
  public String name() {
    return "Fn::If";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<List<Node>> arguments = call.list(3, 3);
    if (arguments.isEmpty()) {
      return call.failed();
    }
    Optional<String> condition = arguments.get().get(0).asScalar().map(ScalarNode::text);
    if (condition.isEmpty()) {
      call.fail("\"Fn::If\" needs the name of a condition", "");
      return call.failed();
    }
    boolean holds = ConditionFunction.holds(condition.get(), call, evaluator);
    return evaluator.evaluate(arguments.get().get(holds ? 1 : 2), call.place());
  }
}
