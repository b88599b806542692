package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.diagnostics.SourceCodes;
import io.gatemason.generator.source.Node;
import java.util.Optional;

/** {@code Fn::ImportValue}: what another stack exports; only the user can know it. */
public final class ImportValueFunction implements Intrinsic {
  @Override
  public String name() {
    return "Fn::ImportValue";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    Optional<String> export = evaluator.text(call.argument(), call);
    if (export.isEmpty()) {
      return call.failed();
    }
    Optional<String> value = evaluator.names().parameter(export.get());
    if (value.isEmpty()) {
      call.unresolved(SourceCodes.GM2020, "export \"" + export.get() + "\"", export.get());
      return call.failed();
    }
    return call.text(value.get());
  }
}
