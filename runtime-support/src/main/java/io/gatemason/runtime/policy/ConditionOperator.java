package io.gatemason.runtime.policy;

import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a condition operator says: how values are compared, whether none may fit, and
 * what holds where the key is absent (docs/behaviour/authorization.md#operators).
 *
 * @param family how values are compared
 * @param negated whether no value may fit
 * @param ifExists whether the condition holds where the key is absent
 * @param quantifier whether and how the key is taken for a set
 */
record ConditionOperator(Family family, boolean negated, boolean ifExists, Quantifier quantifier) {
  private static final String IF_EXISTS = "IfExists";
  private static final String FOR_ALL = "ForAllValues:";
  private static final String FOR_ANY = "ForAnyValue:";

  /** How a key that may have several values is asked. */
  enum Quantifier {
    NONE,
    ALL,
    ANY
  }

  /** Makes the comparison with one value of a policy. */
  @FunctionalInterface
  interface Family {
    Comparison comparison(String expected, boolean variables);
  }

  private static final Family TEXT = (value, variables) -> text(value, variables, false, false);
  private static final Family ANY_CASE = (value, variables) -> text(value, variables, false, true);
  private static final Family LIKE = (value, variables) -> text(value, variables, true, false);
  private static final Family ARN =
      (value, variables) -> Comparison.arn(policyText(value, variables, true));
  private static final Family IP = (value, variables) -> Comparison.ip(value);
  private static final Family NUMBER = numbers(sign -> sign == 0);
  private static final Family DATE = dates(sign -> sign == 0);

  private static final Map<String, Family> FAMILIES =
      Map.ofEntries(
          Map.entry("StringEquals", TEXT),
          Map.entry("StringEqualsIgnoreCase", ANY_CASE),
          Map.entry("StringLike", LIKE),
          Map.entry("NumericEquals", NUMBER),
          Map.entry("NumericLessThan", numbers(sign -> sign < 0)),
          Map.entry("NumericLessThanEquals", numbers(sign -> sign <= 0)),
          Map.entry("NumericGreaterThan", numbers(sign -> sign > 0)),
          Map.entry("NumericGreaterThanEquals", numbers(sign -> sign >= 0)),
          Map.entry("DateEquals", DATE),
          Map.entry("DateLessThan", dates(sign -> sign < 0)),
          Map.entry("DateLessThanEquals", dates(sign -> sign <= 0)),
          Map.entry("DateGreaterThan", dates(sign -> sign > 0)),
          Map.entry("DateGreaterThanEquals", dates(sign -> sign >= 0)),
          Map.entry("Bool", ANY_CASE),
          Map.entry("BinaryEquals", (value, variables) -> Comparison.binary(value)),
          Map.entry("IpAddress", IP),
          Map.entry("ArnEquals", ARN),
          Map.entry("ArnLike", ARN));

  private static final Map<String, Family> NEGATED =
      Map.of(
          "StringNotEquals", TEXT,
          "StringNotEqualsIgnoreCase", ANY_CASE,
          "StringNotLike", LIKE,
          "NumericNotEquals", NUMBER,
          "DateNotEquals", DATE,
          "NotIpAddress", IP,
          "ArnNotEquals", ARN,
          "ArnNotLike", ARN);

  /** The operator of this name, null if there is none; {@code Null} is not among them. */
  static @Nullable ConditionOperator of(String name) {
    String rest = name;
    Quantifier quantifier = Quantifier.NONE;
    if (rest.startsWith(FOR_ALL)) {
      quantifier = Quantifier.ALL;
      rest = rest.substring(FOR_ALL.length());
    } else if (rest.startsWith(FOR_ANY)) {
      quantifier = Quantifier.ANY;
      rest = rest.substring(FOR_ANY.length());
    }
    boolean ifExists = rest.endsWith(IF_EXISTS);
    rest = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
    Family positive = FAMILIES.get(rest);
    if (positive != null) {
      return new ConditionOperator(positive, false, ifExists, quantifier);
    }
    Family negative = NEGATED.get(rest);
    return negative == null ? null : new ConditionOperator(negative, true, ifExists, quantifier);
  }

  /** Whether the condition holds where the call does not have the key. */
  boolean holdsIfAbsent() {
    return ifExists || quantifier == Quantifier.ALL || (negated && quantifier == Quantifier.NONE);
  }

  private static Comparison text(
      String value, boolean variables, boolean wildcards, boolean ignoreCase) {
    return Comparison.text(policyText(value, variables, wildcards), ignoreCase);
  }

  private static PolicyText policyText(String value, boolean variables, boolean wildcards) {
    return variables
        ? PolicyText.withVariables(value, wildcards)
        : PolicyText.plain(value, wildcards);
  }

  private static Family numbers(IntPredicate passes) {
    return (value, variables) -> Comparison.number(value, passes);
  }

  private static Family dates(IntPredicate passes) {
    return (value, variables) -> Comparison.date(value, passes);
  }
}
