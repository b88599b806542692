package io.gatemason.generator.model.policy;

import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.stream.Stream;

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

    /**
     * Whom a denial of everybody else spares: of an account beside which some of its users, roles
     * or sessions stand those alone, and these only beside their account.
     */
    public List<Principal> spared() {
      return some.stream().filter(this::isSpared).toList();
    }

    private boolean isSpared(Principal listed) {
      Stream<Principal> others =
          some.stream().filter(other -> other.account().equals(listed.account()));
      return listed instanceof Account
          ? others.allMatch(Account.class::isInstance)
          : others.anyMatch(Account.class::isInstance);
    }
  }

  /** Somebody who may call. */
  public sealed interface Principal {
    /** The id of the account. */
    String account();
  }

  /** Everybody of an account. */
  public record Account(String id) implements Principal {
    @Override
    public String account() {
      return id;
    }
  }

  /** A user, or one session of a role. */
  public record Named(String arn) implements Principal {
    @Override
    public String account() {
      return arn.split(":", 6)[4];
    }
  }

  /** All sessions of a role. */
  public record Role(String account, String name) implements Principal {}

  public PolicyStatement {
    resources = List.copyOf(resources);
    conditions = List.copyOf(conditions);
  }
}
