package io.gatemason.runtime.policy;

/**
 * A call that policies judge: who wants to do what, with which method, from where. Immutable and
 * used by the thread that serves the call.
 */
public final class AccessRequest {
  private final Action action;
  private final MethodArn resource;
  private final Caller caller;
  private final Surroundings surroundings;

  /** The call of {@code caller}. */
  public AccessRequest(
      Action action, MethodArn resource, Caller caller, Surroundings surroundings) {
    this.action = action;
    this.resource = resource;
    this.caller = caller;
    this.surroundings = surroundings;
  }

  /** The same call wanting to do something else. */
  public AccessRequest withAction(Action other) {
    return new AccessRequest(other, resource, caller, surroundings);
  }

  /** The same call, of the custom domain that it names. */
  public AccessRequest ofDomain(String domain) {
    return withResource(
        MethodArn.ofDomain(resource.text().substring(0, resource.apiStart()), domain));
  }

  /** The same call of what the resource is a part of. */
  public AccessRequest withoutLastSegment() {
    return withResource(resource.withoutLastSegment());
  }

  private AccessRequest withResource(MethodArn other) {
    return new AccessRequest(action, other, caller, surroundings);
  }

  /** What the call wants to do. */
  public Action action() {
    return action;
  }

  /** Whether the call wants to call the method. */
  public boolean invokes() {
    return action == Action.INVOKE;
  }

  /** Whether the call wants an answer made anew. */
  public boolean invalidates() {
    return action == Action.INVALIDATE_CACHE;
  }

  /** What the call is about. */
  public MethodArn resource() {
    return resource;
  }

  /** Who makes the call. */
  public Caller caller() {
    return caller;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /**
   * What {@code policy} says about the call as it was sent, and as a backend may understand its
   * path: a statement that denies one of the two denies the call, and a path with dot segments has
   * to be allowed in both forms (docs/behaviour/authorization.md#encoded-paths).
   */
  public Verdict judgedBy(AccessPolicy policy) {
    Verdict sent = policy.judge(this);
    MethodArn meant = resource.meant();
    if (meant == null || sent == Verdict.EXPLICIT_DENY) {
      return sent;
    }
    Verdict other = policy.judge(withResource(meant));
    return other == Verdict.EXPLICIT_DENY || resource.climbs() ? sent.both(other) : sent;
  }
}
