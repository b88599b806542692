package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Fn::Join}: a list of texts with a delimiter between them. */
public final class JoinFunction implements Intrinsic {
  @Override
  public String name() {
    return "Fn::Join";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<List<Node>> arguments = call.list(2, 2);
    if (arguments.isEmpty()) {
      return call.failed();
    }
    Optional<String> delimiter = evaluator.text(arguments.get().get(0), call);
    Optional<List<Node>> items = evaluator.items(arguments.get().get(1), call);
    if (delimiter.isEmpty() || items.isEmpty()) {
      return call.failed();
    }
    List<String> texts = new ArrayList<>();
    for (Node item : items.get()) {
      Optional<ScalarNode> text = item.asScalar();
      if (text.isEmpty()) {
        call.fail("\"Fn::Join\" joins texts, not an " + item.kind(), "");
        return call.failed();
      }
      texts.add(text.get().text());
    }
    return call.text(String.join(delimiter.get(), texts));
  }
}
