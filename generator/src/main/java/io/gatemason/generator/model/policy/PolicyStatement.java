package io.gatemason.generator.model.policy;

import io.gatemason.generator.source.Range;
import java.util.List;

/**
 * One statement of a policy.
 *
 * @param range the statement
 * @param sid its name, "" where it has none
 * @param denies whether its effect is Deny
 * @param invokes whether it speaks of calls of methods
 * @param invalidates whether it speaks of calls that want a cached answer made anew
 * @param principals about whom it is
 * @param resources about what it is
 * @param notResources whether it is about everything else
 * @param conditions which all have to hold
 */
public record PolicyStatement(
    Range range,
    String sid,
    boolean denies,
    boolean invokes,
    boolean invalidates,
    Principals principals,
    List<Resource> resources,
    boolean notResources,
    List<Condition> conditions) {

  /** A resource: an ARN with wildcards, {@code *}, or {@code execute-api:/…}. */
  public record Resource(String text, Range range) {}

  /**
   * A condition.
   *
   * @param operator such as {@code StringLike}
   * @param key such as {@code aws:SourceIp}
   * @param values at least one
   */
  public record Condition(String operator, String key, List<String> values) {
    public Condition {
      values = List.copyOf(values);
    }
  }

  /**
   * About whom a statement is.
   *
   * @param everybody whether {@code *} is among them
   * @param some all others; those that can never call an API are left out
   * @param not whether it is about everybody else
   */
  public record Principals(boolean everybody, List<Principal> some, boolean not) {
    public Principals {
      some = List.copyOf(some);
    }
  }

  /** Somebody who may call. */
  public sealed interface Principal {}

  /** Everybody of an account. */
  public record Account(String id) implements Principal {}

  /** A user, or one session of a role. */
  public record Named(String arn) implements Principal {}

  /** All sessions of a role. */
  public record Role(String account, String name) implements Principal {}

  public PolicyStatement {
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
  }
}
