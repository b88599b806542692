package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Fn::FindInMap}: a value of the section {@code Mappings}. */
public final class FindInMapFunction implements Intrinsic {
  @Override
  public String name() {
    return "Fn::FindInMap";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<List<Node>> arguments = call.list(3, 4);
    if (arguments.isEmpty()) {
      return call.failed();
    }
    List<String> keys = new ArrayList<>();
    for (Node argument : arguments.get().subList(0, 3)) {
      evaluator.text(argument, call).ifPresent(keys::add);
    }
    if (keys.size() < 3) {
      return call.failed();
    }
    String path = String.join(".", keys);
    Optional<String> parameter = evaluator.names().parameter(path);
    if (parameter.isPresent()) {
      return call.text(parameter.get());
    }
    Optional<Node> found =
        evaluator.names().templates().stream()
            .flatMap(t -> t.mapping(keys.get(0), keys.get(1), keys.get(2)).stream())
            .findFirst()
            .or(() -> defaultValue(arguments.get()));
    if (found.isEmpty()) {
      call.unresolved(SourceCodes.GM2020, "mapping \"" + path + "\"", path);
      return call.failed();
    }
    return evaluator.evaluate(found.get(), call.place());
  }

  private static Optional<Node> defaultValue(List<Node> arguments) {
    return arguments.size() < 4
        ? Optional.empty()
        : arguments.get(3).asObject().flatMap(options -> options.get("DefaultValue"));
  }
}
