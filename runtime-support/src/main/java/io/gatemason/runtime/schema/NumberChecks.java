package io.gatemason.runtime.schema;

import java.math.BigDecimal;

/** Keywords of numbers; every other type passes. */
public final class NumberChecks {
  private NumberChecks() {}

  /** Whether a number is at least the limit. */
  public static boolean minimum(JsonCursor in, ExactNumber limit) {
    return !in.isNumber()
        || limit.compareTo(in) >= 0
        || in.failed(
            SchemaKeyword.MINIMUM,
            "numeric instance is lower than the required minimum (minimum: %s, found: %s)",
            limit,
            in.printed());
  }

  /** Whether a number is greater than the limit. */
  public static boolean exclusiveMinimum(JsonCursor in, ExactNumber limit) {
    if (!in.isNumber()) {
      return true;
    }
    int compared = limit.compareTo(in);
    return compared > 0
        || (compared < 0
            ? minimum(in, limit)
            : in.failed(
                SchemaKeyword.MINIMUM,
                "numeric instance is not strictly greater than the required minimum %s",
                limit));
  }

  /** Whether a number is at most the limit. */
  public static boolean maximum(JsonCursor in, ExactNumber limit) {
    return !in.isNumber()
        || limit.compareTo(in) <= 0
        || in.failed(
            SchemaKeyword.MAXIMUM,
            "numeric instance is greater than the required maximum (maximum: %s, found: %s)",
            limit,
            in.printed());
  }

  /** Whether a number is less than the limit. */
  public static boolean exclusiveMaximum(JsonCursor in, ExactNumber limit) {
    if (!in.isNumber()) {
      return true;
    }
    int compared = limit.compareTo(in);
    return compared < 0
        || (compared > 0
            ? maximum(in, limit)
            : in.failed(
                SchemaKeyword.MAXIMUM,
                "numeric instance is not strictly lower than the required maximum %s",
                limit));
  }

  /** Whether a number is a multiple of the divisor, which is greater than 0. */
  public static boolean multipleOf(JsonCursor in, ExactNumber divisor) {
    return !in.isNumber()
        || divisor.divides(in)
        || in.failed(
            SchemaKeyword.MULTIPLE_OF,
            "remainder of division is not zero (%s / %s)",
            in.printed(),
            divisor);
  }

  static boolean isIntegral(JsonCursor in) {
    BigDecimal value = in.decimalValue();
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }
}
