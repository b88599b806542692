package io.gatemason.runtime.policy;

import java.util.List;

/**
 * One statement of a policy that was read at run time. Immutable.
 *
 * @param denies whether its effect is Deny
 * @param principals about whom it is
 * @param actions patterns of {@link Glob}
 * @param notActions whether the statement is about all other actions
 * @param resources its resources
 * @param notResources whether the statement is about all other resources
 * @param conditions all have to hold
 */
record Statement(
    boolean denies,
    Principals principals,
    List<int[]> actions,
    boolean notActions,
    ResourcePattern resources,
    boolean notResources,
    List<Condition> conditions) {

  /** Whether the statement speaks of the call. */
  boolean fits(AccessRequest call) {
    return principals.fit(call.caller())
        && namesAction(call) != notActions
        && resources.fits(call) != notResources
        && conditionsHold(call);
  }

  private boolean namesAction(AccessRequest call) {
    for (int[] action : actions) {
      if (Glob.matches(action, call.action().text(), true)) {
        return true;
      }
    }
    return false;
  }

  private boolean conditionsHold(AccessRequest call) {
    for (Condition condition : conditions) {
      if (!condition.holds(call)) {
        return false;
      }
    }
    return true;
  }
}
