package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.source.Node;
import java.util.List;
import java.util.Optional;

/** {@code Fn::Equals}: whether two texts are the same. */
public final class EqualsFunction implements Intrinsic {
  @Override
  public String name() {
    return "Fn::Equals";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<List<Node>> arguments = call.list(2, 2);
    if (arguments.isEmpty()) {
      return call.failed();
    }
    Optional<String> left = evaluator.text(arguments.get().get(0), call);
    Optional<String> right = evaluator.text(arguments.get().get(1), call);
    return call.text(String.valueOf(left.equals(right)));
  }
}
