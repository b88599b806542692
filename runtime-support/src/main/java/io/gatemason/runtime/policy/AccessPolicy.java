package io.gatemason.runtime.policy;

/**
 * A policy: one that was compiled with the API, or a document that was read at run time. Safe for
 * concurrent use.
 */
@FunctionalInterface
public interface AccessPolicy {
  /** Says nothing about any call. */
  AccessPolicy SILENT = call -> Verdict.IMPLICIT_DENY;

  /** What the policy says about a call. Never fails. */
  Verdict judge(AccessRequest call);
}
