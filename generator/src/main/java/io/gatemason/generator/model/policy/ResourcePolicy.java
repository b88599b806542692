package io.gatemason.generator.model.policy;

import io.gatemason.generator.source.Range;
import java.util.List;

/**
 * The policy attached to an API.
 *
 * @param range the policy
 * @param variables whether {@code ${…}} stands for a value in its texts: version 2012-10-17
 * @param statements in document order
 */
public record ResourcePolicy(Range range, boolean variables, List<PolicyStatement> statements) {
  public ResourcePolicy {
    statements = List.copyOf(statements);
  }
}
