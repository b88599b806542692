package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.read.cloudformation.Reference;
import io.gatemason.generator.source.ArrayNode;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code Fn::GetAtt}: an attribute of a resource, such as its ARN. */
public final class GetAttFunction implements Intrinsic {
  @Override
  public String name() {
    return "Fn::GetAtt";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<String> path =
        call.argument()
            .asScalar()
            .map(ScalarNode::text)
            .or(() -> call.argument().asArray().map(GetAttFunction::joined));
    if (path.isEmpty() || path.get().indexOf('.') <= 0) {
      call.fail("\"Fn::GetAtt\" needs a resource and an attribute", "write \"Name.Arn\"");
      return call.failed();
    }
    Reference reference = new Reference(evaluator.names(), call.diagnostics(), call.place());
    return reference.named(path.get(), call.range(), "").map(call::text).orElseGet(call::failed);
  }

  private static String joined(ArrayNode path) {
    return path.items().stream()
        .map(item -> item.asScalar().map(ScalarNode::text).orElse(""))
        .collect(Collectors.joining("."));
  }
}
