package io.gatemason.generator.read.cloudformation.intrinsic;

import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.read.cloudformation.IncludeLoader;
import io.gatemason.generator.read.cloudformation.Names;
import io.gatemason.generator.read.cloudformation.Place;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import io.gatemason.generator.source.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves intrinsic functions and placeholders in the tree of a document. What cannot be resolved
 * is reported, one diagnostic per place, with the name of the parameter to set; the tree is
 * complete all the same. Not thread-safe.
 */
public final class Substitution {
  private final Diagnostics diagnostics;
  private final Evaluator evaluator;

  /**
   * Prepares a run.
   *
   * @param parameters values by name; pseudo parameters such as {@code AWS::Region}, attributes
   *     ({@code Name.Arn}), exports, conditions ({@code true} or {@code false}) and mapping values
   *     ({@code Map.Top.Second}) are given in the same way
   * @param templates what else names can mean; earlier ones win
   * @param diagnostics receives what is wrong
   * @param includes reads the files of {@code AWS::Include}
   */
  public Substitution(
      Map<String, String> parameters,
      List<CloudFormationTemplate> templates,
      Diagnostics diagnostics,
      IncludeLoader includes) {
    this.diagnostics = diagnostics;
    this.evaluator = new Evaluator(new Names(parameters, templates), diagnostics, includes);
  }

  /** Whether a condition of a template holds, as a resource names it. */
  public boolean holds(String condition, Range range) {
    Node name = ScalarNode.computed(range, condition);
    return ConditionFunction.holds(
        condition, new Call("Condition", range, name, Place.ROOT, diagnostics), evaluator);
  }

  /** A value of a template with everything resolved; empty where it is removed. */
  public Optional<Node> value(Node written) {
    return evaluator.evaluate(written, Place.ROOT);
  }

  /** The document with everything resolved; parts that do not change are the same nodes. */
  public Node apply(Node root) {
    return evaluator.evaluate(root, Place.ROOT).orElse(root);
  }
}
