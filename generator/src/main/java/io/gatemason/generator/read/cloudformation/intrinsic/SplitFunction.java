package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code Fn::Split}: the parts of a text between delimiters. */
public final class SplitFunction implements Intrinsic {
  @Override
  public String name() {
    return "Fn::Split";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<List<Node>> arguments = call.list(2, 2);
    if (arguments.isEmpty()) {
      return call.failed();
    }
    Optional<String> delimiter = evaluator.text(arguments.get().get(0), call);
    Optional<String> text = evaluator.text(arguments.get().get(1), call);
    if (delimiter.isEmpty() || text.isEmpty()) {
      return call.failed();
    }
    if (delimiter.get().isEmpty()) {
      call.fail("\"Fn::Split\" needs a delimiter", "");
      return call.failed();
    }
    return call.texts(List.of(text.get().split(Pattern.quote(delimiter.get()), -1)));
  }
}
