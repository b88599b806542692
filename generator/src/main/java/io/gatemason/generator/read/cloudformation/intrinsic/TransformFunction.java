package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.read.cloudformation.IncludeLoader;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ObjectNode;
import io.gatemason.generator.source.ScalarNode;
import java.util.Optional;

/** {@code Fn::Transform} with {@code AWS::Include}: the content of a file of the source folder. */
public final class TransformFunction implements Intrinsic {
  private static final String INCLUDE = "AWS::Include";

  private final IncludeLoader includes;

  TransformFunction(IncludeLoader includes) {
    this.includes = includes;
  }

  @Override
  public String name() {
    return "Fn::Transform";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<ObjectNode> macro = call.argument().asObject();
    String name =
        macro.flatMap(m -> m.get("Name")).flatMap(Node::asScalar).map(ScalarNode::text).orElse("");
    if (!name.equals(INCLUDE)) {
      call.diagnostics()
          .report(
              SourceCodes.GM2024,
              call.range(),
              "macro \"" + name + "\" runs in the cloud only",
              "put its result into the document");
      return call.failed();
    }
    Optional<Node> location =
        macro
            .flatMap(m -> m.get("Parameters"))
            .flatMap(Node::asObject)
            .flatMap(p -> p.get("Location"));
    if (location.isEmpty()) {
      call.fail("\"AWS::Include\" needs a \"Location\"", "");
      return call.failed();
    }
    if (call.place().isIncluded()) {
      call.fail("an included file cannot include another one", "");
      return call.failed();
    }
    return evaluator
        .text(location.get(), call)
        .map(path -> evaluator.names().parameter(path).orElse(path))
        .flatMap(path -> includes.load(location.get().range(), path))
        .flatMap(content -> evaluator.evaluate(content, call.place().included()))
        .or(() -> call.failed(location.get().range()));
  }
}
