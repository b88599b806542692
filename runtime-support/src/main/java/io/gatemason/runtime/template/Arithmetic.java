package io.gatemason.runtime.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Operators of templates, as in Velocity 1.7: integers stay integers and grow when they overflow, a
 * decimal makes the result decimal, and what is not a number gives null.
 */
public final class Arithmetic {
  private Arithmetic() {}

  /** The sum; if one operand is text, both texts joined. */
  public static @Nullable Object add(@Nullable Object left, @Nullable Object right) {
    if ((left instanceof String || right instanceof String) && left != null && right != null) {
      return Values.join(left, right);
    }
    if (!(left instanceof Number a) || !(right instanceof Number b)) {
      return null;
    }
    return switch (kind(a, b)) {
      case INTEGER -> sum(a.longValue(), b.longValue(), a, b);
      case BIG_INTEGER -> big(a).add(big(b));
      case DOUBLE -> a.doubleValue() + b.doubleValue();
      case BIG_DECIMAL -> decimal(a).add(decimal(b));
    };
  }

  private static Number sum(long a, long b, Number left, Number right) {
    long result = a + b;
    boolean overflow = ((result ^ a) & (result ^ b)) < 0;
    return overflow ? big(left).add(big(right)) : fit(result, left, right);
  }

  /** The difference. */
  public static @Nullable Object subtract(@Nullable Object left, @Nullable Object right) {
    if (!(left instanceof Number a) || !(right instanceof Number b)) {
      return null;
    }
    return switch (kind(a, b)) {
      case INTEGER -> difference(a.longValue(), b.longValue(), a, b);
      case BIG_INTEGER -> big(a).subtract(big(b));
      case DOUBLE -> a.doubleValue() - b.doubleValue();
      case BIG_DECIMAL -> decimal(a).subtract(decimal(b));
    };
  }

  private static Number difference(long a, long b, Number left, Number right) {
    long result = a - b;
    boolean overflow = ((a ^ b) & (a ^ result)) < 0;
    return overflow ? big(left).subtract(big(right)) : fit(result, left, right);
  }

  /** The product. */
  public static @Nullable Object multiply(@Nullable Object left, @Nullable Object right) {
    if (!(left instanceof Number a) || !(right instanceof Number b)) {
      return null;
    }
    return switch (kind(a, b)) {
      case INTEGER -> product(a.longValue(), b.longValue(), a, b);
      case BIG_INTEGER -> bounded(big(a).multiply(big(b)));
      case DOUBLE -> a.doubleValue() * b.doubleValue();
      case BIG_DECIMAL -> bounded(decimal(a).multiply(decimal(b)));
    };
  }

  private static Number product(long a, long b, Number left, Number right) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    boolean fits = (high == 0 && low >= 0) || (high == -1 && low < 0);
    return fits ? fit(low, left, right) : big(left).multiply(big(right));
  }

  private static BigInteger bounded(BigInteger value) {
    Values.checkLength(value.bitLength() * 1000L);
    return value;
  }

  private static BigDecimal bounded(BigDecimal value) {
    bounded(value.unscaledValue());
    Values.checkLength(Math.abs((long) value.scale()) * 1000L);
    return value;
  }

  /** The quotient; null if the divisor is zero. Integers are truncated. */
  public static @Nullable Object divide(@Nullable Object left, @Nullable Object right) {
    if (!(left instanceof Number a) || !(right instanceof Number b) || isZero(b)) {
      return null;
    }
    return switch (kind(a, b)) {
      case INTEGER -> fit(a.longValue() / b.longValue(), a, b);
      case BIG_INTEGER -> big(a).divide(big(b));
      case DOUBLE -> a.doubleValue() / b.doubleValue();
      case BIG_DECIMAL -> decimal(a).divide(decimal(b), RoundingMode.HALF_DOWN);
    };
  }

  /**
   * The remainder; null if the divisor is zero.
   *
   * @throws TemplateException for decimals with more digits than a double has
   */
  public static @Nullable Object modulo(@Nullable Object left, @Nullable Object right) {
    if (!(left instanceof Number a) || !(right instanceof Number b) || isZero(b)) {
      return null;
    }
    return switch (kind(a, b)) {
      case INTEGER -> fit(a.longValue() % b.longValue(), a, b);
      case BIG_INTEGER -> big(a).mod(big(b));
      case DOUBLE -> a.doubleValue() % b.doubleValue();
      case BIG_DECIMAL -> throw new TemplateException("remainder of long decimals");
    };
  }

  /** Whether two values are equal: as numbers, else as values of one class, else as texts. */
  public static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      return compare(a, b) == 0;
    }
    if (left == null || right == null) {
      return left == right;
    }
    boolean related = left.getClass().isInstance(right) || right.getClass().isInstance(left);
    return related ? Comparison.equal(left, right) : Values.text(left).equals(Values.text(right));
  }

  /** Whether both are numbers and the first is less. */
  public static boolean less(@Nullable Object left, @Nullable Object right) {
    return left instanceof Number a && right instanceof Number b && compare(a, b) < 0;
  }

  /** Whether both are numbers and the first is not greater. */
  public static boolean lessOrEqual(@Nullable Object left, @Nullable Object right) {
    return left instanceof Number a && right instanceof Number b && compare(a, b) <= 0;
  }

  /** Whether both are numbers and the first is greater. */
  public static boolean greater(@Nullable Object left, @Nullable Object right) {
    return left instanceof Number a && right instanceof Number b && compare(a, b) > 0;
  }

  /** Whether both are numbers and the first is not less. */
  public static boolean greaterOrEqual(@Nullable Object left, @Nullable Object right) {
    return left instanceof Number a && right instanceof Number b && compare(a, b) >= 0;
  }

  static int compare(Number a, Number b) {
    return switch (kind(a, b)) {
      case INTEGER -> Long.compare(a.longValue(), b.longValue());
      case BIG_INTEGER -> big(a).compareTo(big(b));
      case DOUBLE -> compare(a.doubleValue(), b.doubleValue());
      case BIG_DECIMAL -> decimal(a).compareTo(decimal(b));
    };
  }

  private static int compare(double a, double b) {
    return a < b ? -1 : a > b ? 1 : 0;
  }

  private enum Kind {
    INTEGER,
    BIG_INTEGER,
    DOUBLE,
    BIG_DECIMAL
  }

  private static Kind kind(Number a, Number b) {
    boolean big = a instanceof BigInteger || b instanceof BigInteger;
    if (isInteger(a) && isInteger(b)) {
      return big ? Kind.BIG_INTEGER : Kind.INTEGER;
    }
    boolean decimal = a instanceof BigDecimal || b instanceof BigDecimal || big;
    return decimal ? Kind.BIG_DECIMAL : Kind.DOUBLE;
  }

  private static boolean isInteger(Number n) {
    return n instanceof Integer || n instanceof Long || n instanceof BigInteger;
  }

  private static boolean isZero(Number n) {
    if (n instanceof BigInteger i) {
      return i.signum() == 0;
    }
    if (n instanceof BigDecimal d) {
      return d.signum() == 0;
    }
    return n.doubleValue() == 0;
  }

  /** As wide as the wider operand, or wider if the value needs it. */
  private static Number fit(long value, Number a, Number b) {
    boolean integers = a instanceof Integer && b instanceof Integer;
    return integers && value == (int) value ? (Number) (int) value : (Number) value;
  }

  private static BigInteger big(Number n) {
    return n instanceof BigInteger i ? i : BigInteger.valueOf(n.longValue());
  }

  private static BigDecimal decimal(Number n) {
    if (n instanceof BigDecimal d) {
      return d;
    }
    if (n instanceof BigInteger i) {
      return new BigDecimal(i);
    }
    return new BigDecimal(n.doubleValue());
  }
}
