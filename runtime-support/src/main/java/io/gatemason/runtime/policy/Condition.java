package io.gatemason.runtime.policy;

import io.gatemason.runtime.policy.Comparison.DateComparison;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operator with one key of a statement's conditions. Several values are alternatives: one has
 * to fit, or none if the operator is negated. Immutable; made once, as a constant.
 */
public final class Condition {
  private static final Set<String> TIMES = Set.of("aws:currenttime", "aws:epochtime");

  private final ConditionKey key;
  private final @Nullable ConditionOperator operator;
  private final List<Comparison> comparisons;
  private final List<DateComparison> times;
  private final boolean heldByPresent;
  private final boolean heldByAbsent;

  private Condition(
      ConditionKey key,
      @Nullable ConditionOperator operator,
      List<Comparison> comparisons,
      List<DateComparison> times,
      boolean heldByPresent,
      boolean heldByAbsent) {
    this.key = key;
    this.operator = operator;
    this.comparisons = comparisons;
    this.times = times;
    this.heldByPresent = heldByPresent;
    this.heldByAbsent = heldByAbsent;
  }

  /**
   * The condition of a policy of version 2012-10-17, where text may have variables.
   *
   * @param operator such as {@code StringLike}, {@code NotIpAddressIfExists} or {@code Null}
   * @param key such as {@code aws:SourceIp}
   * @param values at least one
   * @throws PolicyFormatException if there is no such operator, or it cannot take the values
   */
  public static Condition of(String operator, String key, String... values) {
    return of(operator, key, List.of(values), true);
  }

  /** As {@link #of(String, String, String...)}, for a policy of version 2008-10-17. */
  public static Condition withoutVariables(String operator, String key, String... values) {
    return of(operator, key, List.of(values), false);
  }

  static Condition of(String operator, String key, List<String> values, boolean variables) {
    if (values.isEmpty()) {
      throw new PolicyFormatException("\"" + operator + "\" of \"" + key + "\" has no value");
    }
    if (operator.equals("Null")) {
      return ofNull(key, values);
    }
    ConditionOperator known = ConditionOperator.of(operator);
    if (known == null) {
      throw new PolicyFormatException("no condition operator: \"" + operator + "\"");
    }
    List<Comparison> comparisons =
        values.stream().map(value -> known.family().comparison(value, variables)).toList();
    return new Condition(
        ConditionKey.of(key),
        known,
        comparisons,
        times(key, comparisons),
        false,
        known.holdsIfAbsent());
  }

  /** The comparisons, if all are of instants and the key is the time of the call. */
  private static List<DateComparison> times(String key, List<Comparison> comparisons) {
    return TIMES.contains(key.toLowerCase(Locale.ROOT))
            && comparisons.stream().allMatch(DateComparison.class::isInstance)
        ? comparisons.stream().map(DateComparison.class::cast).toList()
        : List.of();
  }

  private static Condition ofNull(String key, List<String> values) {
    boolean present = false;
    boolean absent = false;
    for (String value : values) {
      if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
        throw new PolicyFormatException("\"Null\" takes true or false, not \"" + value + "\"");
      }
      absent |= value.equalsIgnoreCase("true");
      present |= value.equalsIgnoreCase("false");
    }
    return new Condition(ConditionKey.of(key), null, List.of(), List.of(), present, absent);
  }

  /** Whether the condition holds for a call. */
  public boolean holds(AccessRequest call) {
    ConditionOperator asked = operator;
    if (asked != null && !times.isEmpty()) {
      return fitsTime(call) != asked.negated();
    }
    String found = key.value(call);
    if (found == null) {
      return heldByAbsent;
    }
    if (asked == null) {
      return heldByPresent;
    }
    if (found.isEmpty() && asked.quantifier() == ConditionOperator.Quantifier.ALL) {
      return true;
    }
    return fitsAny(found, call) != asked.negated();
  }

  private boolean fitsAny(String found, AccessRequest call) {
    for (int i = 0; i < comparisons.size(); i++) {
      if (comparisons.get(i).fits(found, call)) {
        return true;
      }
    }
    return false;
  }

  private boolean fitsTime(AccessRequest call) {
    for (int i = 0; i < times.size(); i++) {
      if (times.get(i).fitsTime(call)) {
        return true;
      }
    }
    return false;
  }
}
