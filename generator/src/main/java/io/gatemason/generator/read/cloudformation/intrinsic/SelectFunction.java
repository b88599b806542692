package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.source.Node;
import java.util.List;
import java.util.Optional;

/** {@code Fn::Select}: one item of a list. */
public final class SelectFunction implements Intrinsic {
  @Override
  public String name() {
    return "Fn::Select";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<List<Node>> arguments = call.list(2, 2);
    if (arguments.isEmpty()) {
      return call.failed();
    }
    Optional<String> index = evaluator.text(arguments.get().get(0), call);
    Optional<List<Node>> items = evaluator.items(arguments.get().get(1), call);
    if (index.isEmpty() || items.isEmpty()) {
      return call.failed();
    }
    int size = items.get().size();
    if (!index.get().matches("[0-9]{1,6}") || Integer.parseInt(index.get()) >= size) {
      call.fail("\"Fn::Select\" has no item " + index.get() + " in a list of " + size, "");
      return call.failed();
    }
    return Optional.of(items.get().get(Integer.parseInt(index.get())));
  }
}
