package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code Fn::And} and {@code Fn::Or}. */
public final class LogicalFunction implements Intrinsic {
  private final String name;
  private final boolean any;

  LogicalFunction(String name, boolean any) {
    this.name = name;
    this.any = any;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<List<Node>> conditions = call.list(2, 10);
    if (conditions.isEmpty()) {
      return call.failed();
    }
    Predicate<Node> holds = node -> ConditionFunction.holds(node, call, evaluator);
    boolean result =
        any ? conditions.get().stream().anyMatch(holds) : conditions.get().stream().allMatch(holds);
    return call.text(String.valueOf(result));
  }
}
