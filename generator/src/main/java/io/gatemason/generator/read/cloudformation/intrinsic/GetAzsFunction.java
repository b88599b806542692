package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.source.Node;
import java.util.List;
import java.util.Optional;

/** {@code Fn::GetAZs}: the zones of a region; only the user can know them. */
public final class GetAzsFunction implements Intrinsic {
  @Override
  public String name() {
    return "Fn::GetAZs";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<String> zones = evaluator.names().parameter(name());
    if (zones.isEmpty()) {
      call.unresolved(SourceCodes.GM2020, "the list of \"Fn::GetAZs\"", name());
      return call.failed();
    }
    return call.texts(List.of(zones.get().split("\\s*,\\s*", -1)));
  }
}
