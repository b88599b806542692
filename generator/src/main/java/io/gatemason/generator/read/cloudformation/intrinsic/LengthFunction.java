package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;

/** {@code Fn::Length}: how many items a list has. */
public final class LengthFunction implements Intrinsic {
  @Override
  public String name() {
    return "Fn::Length";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    return evaluator
        .items(call.argument(), call)
        .<Node>map(
            items ->
                new ScalarNode(
                    call.range(), "", ScalarNode.Kind.INTEGER, String.valueOf(items.size())))
        .or(call::failed);
  }
}
