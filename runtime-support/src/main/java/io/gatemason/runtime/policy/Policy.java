package io.gatemason.runtime.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A policy document that was read at run time: of an authorizer function, or of an identity.
 * Immutable.
 */
public final class Policy implements AccessPolicy {
  private final List<Statement> statements;

  Policy(List<Statement> statements) {
    this.statements = List.copyOf(statements);
  }

  /**
   * The policy of an identity.
   *
   * @throws PolicyFormatException if {@code document} is none
   */
  public static Policy ofIdentity(JsonNode document) {
    return new PolicyReader(false).read(document);
  }

  /**
   * The policy that an authorizer function returned; a principal in it has no meaning.
   *
   * @throws PolicyFormatException if {@code document} is none
   */
  public static Policy ofAuthorizer(JsonNode document) {
    return new PolicyReader(true).read(document);
  }

  /** The policies of an identity as one: none of them is more important than another. */
  public static Policy all(List<Policy> policies) {
    return new Policy(policies.stream().flatMap(policy -> policy.statements.stream()).toList());
  }

  @Override
  public Verdict judge(AccessRequest call) {
    Verdict verdict = Verdict.IMPLICIT_DENY;
    for (Statement statement : statements) {
      if (statement.fits(call)) {
        if (statement.denies()) {
          return Verdict.EXPLICIT_DENY;
        }
        verdict = Verdict.ALLOW;
      }
    }
    return verdict;
  }
}
