package io.gatemason.runtime.waf;

/**
 * The statement of a rule. Generated code has a method for each. Safe for concurrent use; what it
 * throws fails the request.
 */
@FunctionalInterface
public interface Condition {

  /** Whether a request matches. */
  boolean matches(Inspection request);
}
