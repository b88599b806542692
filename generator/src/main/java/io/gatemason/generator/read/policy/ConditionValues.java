package io.gatemason.generator.read.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the operators of conditions can compare with. The runtime's own reader accepts the same.
 *
 * @param test whether a text without variables can be compared with
 * @param hint what to write instead
 */
record ConditionValues(Predicate<String> test, String hint) {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,50}(\\.\\d{0,40})?|\\.\\d{1,40})");
  private static final Pattern V4 =
      Pattern.compile(
          "((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$|/)|(?=$|/))){4}(/([12]?\\d|3[0-2]))?");
  private static final Pattern V6 =
      Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:]{2,39}([0-9.]{7,15})?(/(\\d{1,2}|1[01]\\d|12[0-8]))?");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]+\\}");

  private static final ConditionValues TEXT =
      new ConditionValues(text -> true, "close each \"${\"");
  private static final ConditionValues NUMERIC =
      new ConditionValues(text -> NUMBER.matcher(text).matches(), "write a decimal number");
  private static final ConditionValues DATE =
      new ConditionValues(ConditionValues::isDate, "write a date such as 2030-01-31T00:00:00Z");
  private static final ConditionValues BINARY =
      new ConditionValues(ConditionValues::isBase64, "write base64");
  private static final ConditionValues IP =
      new ConditionValues(
          text -> V4.matcher(text).matches() || V6.matcher(text).matches(),
          "write a CIDR block, such as 192.0.2.0/24");
  private static final ConditionValues TRUTH =
      new ConditionValues(
          text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"),
          "write true or false");

  private static final Map<String, ConditionValues> BASE =
      Map.ofEntries(
          Map.entry("StringEquals", TEXT),
          Map.entry("StringNotEquals", TEXT),
          Map.entry("StringEqualsIgnoreCase", TEXT),
          Map.entry("StringNotEqualsIgnoreCase", TEXT),
          Map.entry("StringLike", TEXT),
          Map.entry("StringNotLike", TEXT),
          Map.entry("NumericEquals", NUMERIC),
          Map.entry("NumericNotEquals", NUMERIC),
          Map.entry("NumericLessThan", NUMERIC),
          Map.entry("NumericLessThanEquals", NUMERIC),
          Map.entry("NumericGreaterThan", NUMERIC),
          Map.entry("NumericGreaterThanEquals", NUMERIC),
          Map.entry("DateEquals", DATE),
          Map.entry("DateNotEquals", DATE),
          Map.entry("DateLessThan", DATE),
          Map.entry("DateLessThanEquals", DATE),
          Map.entry("DateGreaterThan", DATE),
          Map.entry("DateGreaterThanEquals", DATE),
          Map.entry("Bool", TEXT),
          Map.entry("BinaryEquals", BINARY),
          Map.entry("IpAddress", IP),
          Map.entry("NotIpAddress", IP),
          Map.entry("ArnEquals", TEXT),
          Map.entry("ArnLike", TEXT),
          Map.entry("ArnNotEquals", TEXT),
          Map.entry("ArnNotLike", TEXT));

  /** The operators without prefix and suffix. */
  static final List<String> NAMES = List.copyOf(new TreeSet<>(BASE.keySet()));

  /** The values of an operator; empty if there is none of that name. */
  static Optional<ConditionValues> of(String operator) {
    if (operator.equals("Null")) {
      return Optional.of(TRUTH);
    }
    String name = operator.replaceFirst("^ForA(ll|ny)(Values|Value):", "");
    boolean prefixed = !name.equals(operator);
    boolean known =
        !prefixed || operator.startsWith("ForAllValues:") || operator.startsWith("ForAnyValue:");
    String base = name.endsWith("IfExists") ? name.substring(0, name.length() - 8) : name;
    return known ? Optional.ofNullable(BASE.get(base)) : Optional.empty();
  }

  /** Whether a value can be compared with; text with variables depends on the call. */
  boolean accepts(String value, boolean variables) {
    if (variables && equals(TEXT)) {
      return !VARIABLE.matcher(value).replaceAll("").contains("${");
    }
    return test.test(value);
  }

  private static boolean isBase64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      if (text.matches("-?\\d{5,15}|\\d{4}")) {
        return true;
      }
      if (text.matches("\\d{4}-\\d{2}")) {
        YearMonth.parse(text);
      } else if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        LocalDate.parse(text);
      } else if (text.matches(".*(?:Z|[+-]\\d{2}:\\d{2})")) {
        OffsetDateTime.parse(text);
      } else {
        LocalDateTime.parse(text);
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
