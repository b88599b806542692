package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.read.cloudformation.Reference;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;

/** {@code Ref}: a parameter, which may be a list, a pseudo parameter, or the name of a resource. */
public final class RefFunction implements Intrinsic {
  @Override
  public String name() {
    return "Ref";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<String> name = call.argument().asScalar().map(ScalarNode::text);
    if (name.isEmpty()) {
      call.fail("\"Ref\" needs a name", "");
      return call.failed();
    }
    if (name.get().equals("AWS::NoValue")) {
      return Optional.empty();
    }
    Reference reference = new Reference(evaluator.names(), call.diagnostics(), call.place());
    return reference
        .named(name.get(), call.range(), "")
        .map(
            value ->
                evaluator
                    .names()
                    .items(name.get(), value)
                    .map(call::texts)
                    .orElseGet(() -> call.text(value)))
        .orElseGet(call::failed);
  }
}
