package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.source.Node;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** {@code Fn::Base64}: the UTF-8 bytes of a text in Base64. */
public final class Base64Function implements Intrinsic {
  @Override
  public String name() {
    return "Fn::Base64";
  }

  @Override
  public Optional<Node> evaluate(Call call, Evaluator evaluator) {
    return evaluator
        .text(call.argument(), call)
        .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
        .map(call::text)
        .orElseGet(call::failed);
  }
}
