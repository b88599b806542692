package io.gatemason.generator.read.resource;

import io.gatemason.generator.diagnostics.DiagnosticCode;
import io.gatemason.generator.diagnostics.Diagnostics;
import io.gatemason.generator.read.cloudformation.CloudFormationTemplate;
import io.gatemason.generator.read.cloudformation.intrinsic.Substitution;
import io.gatemason.generator.source.Node;
import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A template with what its names mean: its own resources before those of others. */
public final class TemplateScope {
  private final CloudFormationTemplate template;
  private final Function<Diagnostics, Substitution> substitutions;
  private final Diagnostics diagnostics;
  private final Substitution substitution;

  /**
   * A scope.
   *
   * @param substitutions resolves functions as the template means them, given a receiver of
   *     problems
   */
  public TemplateScope(
      CloudFormationTemplate template,
      Function<Diagnostics, Substitution> substitutions,
      Diagnostics diagnostics) {
    this.template = template;
    this.substitutions = substitutions;
    this.diagnostics = diagnostics;
    this.substitution = substitutions.apply(diagnostics);
  }

  /** The template. */
  public CloudFormationTemplate template() {
    return template;
  }

  /** All its resources, in its order. */
  public List<TemplateResource> resources() {
    return template.resources().members().keySet().stream()
        .map(id -> new TemplateResource(this, id))
        .toList();
  }

  /** One of its resources, or one that is not there. */
  public TemplateResource resource(String logicalId) {
    return new TemplateResource(this, logicalId);
  }

  /** Reports a problem. */
  public void report(DiagnosticCode code, Range range, String message, String hint) {
    diagnostics.report(code, range, message, hint);
  }

  /** The value that conditions choose, as written; empty where only a function gives it. */
  public Optional<Node> unevaluated(Node written) {
    return LogicalIds.chosen(written, this::holds).filter(node -> !LogicalIds.isCall(node));
  }

  boolean holds(String condition, Range range) {
    return substitution.holds(condition, range);
  }

  Optional<Node> value(Node written) {
    return substitution.value(written);
  }

  Optional<Node> valueIfKnown(Node written) {
    Diagnostics own = new Diagnostics();
    return substitutions.apply(own).value(written).filter(value -> !own.hasErrors());
  }
}
