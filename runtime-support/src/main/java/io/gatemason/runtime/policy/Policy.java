package io.gatemason.runtime.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatemason.runtime.policy.PolicyReader.PrincipalUse;
import java.util.List;

/**
 * A policy document that was read at run time: of an authorizer function, an identity, a private
 * endpoint or a custom domain. Immutable.
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
    return new PolicyReader(PrincipalUse.REFUSED).read(document);
  }

  /**
   * The policy that an authorizer function returned; a principal in it has no meaning.
   *
   * @throws PolicyFormatException if {@code document} is none
   */
  public static Policy ofAuthorizer(JsonNode document) {
    return new PolicyReader(PrincipalUse.PASSED_OVER).read(document);
  }

  /**
   * The policy of a private endpoint or of a custom domain, which names principals.
   *
   * @throws PolicyFormatException if {@code document} is none
   */
  public static Policy ofResource(JsonNode document) {
    return new PolicyReader(PrincipalUse.JUDGED).read(document);
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
