package io.gatemason.runtime.policy;

/**
 * What policies say about a call (docs/behaviour/authorization.md#verdicts). Of several, an
 * explicit deny wins over everything.
 */
public enum Verdict {
  /** A statement allows the call, and none denies it. */
  ALLOW,
  /** No statement speaks of the call, which is then denied. */
  IMPLICIT_DENY,
  /** A statement denies the call. */
  EXPLICIT_DENY;

  /** Whether the call may go on. */
  public boolean allows() {
    return this == ALLOW;
  }

  /**
   * The verdict of two policies of which one is enough to allow: those of the caller and of the
   * resource, in one account.
   */
  public Verdict either(Verdict other) {
    if (this == EXPLICIT_DENY || other == EXPLICIT_DENY) {
      return EXPLICIT_DENY;
    }
    return this == ALLOW || other == ALLOW ? ALLOW : IMPLICIT_DENY;
  }

  /** The verdict of two policies that both have to allow: those of two accounts. */
  public Verdict both(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
