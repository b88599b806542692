package io.gatemason.generator.model.stage;

import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;

/**
 * A named reference to a deployment. Immutable.
 *
 * @param name letters, digits, {@code _} and {@code -}
 * @param range where it is named; the document where it is named from outside
 * @param variables stage variables known at build time, each name once
 * @param settings what is set for it besides
 */
public record Stage(String name, Range range, List<Variable> variables, StageSettings settings) {

  /**
   * A stage variable.
   *
   * @param name its name, with its place
   * @param value its value, with its place
   */
  public record Variable(ScalarNode name, ScalarNode value) {}

  public Stage {
    variables = List.copyOf(variables);
  }

  /** A stage for which nothing else is set. */
  public Stage(String name, Range range, List<Variable> variables) {
    this(name, range, variables, StageSettings.NONE);
  }
}
