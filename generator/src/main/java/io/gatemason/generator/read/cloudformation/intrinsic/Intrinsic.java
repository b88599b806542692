package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.source.Node;
import java.util.Optional;

/** One intrinsic function. */
public interface Intrinsic {

  /** The key of the long form, such as {@code Fn::Sub}. */
  String name();

  /**
   * Evaluates a call.
   *
   * @return the value, or empty for {@code AWS::NoValue}, which removes the member or item
   */
  Optional<Node> evaluate(Call call, Evaluator evaluator);
}
