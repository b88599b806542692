package io.gatemason.runtime.template;

import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The functions that templates call on a number or a truth value and that belong to its class, such
 * as {@code $zero.parseInt($text)}: the value only says which class. They behave as the static
 * methods of that name; a function that the class does not have for such arguments gives null, a
 * call that fails in Java throws.
 */
public final class StaticFunctions {
  private StaticFunctions() {}

  /** The integer that a text names. */
  public static @Nullable Object parseInt(@Nullable Object value, @Nullable Object text) {
    return value instanceof Integer && text instanceof String s ? Integer.valueOf(s) : null;
  }

  /** The integer that a text names in a radix. */
  public static @Nullable Object parseInt(
      @Nullable Object value, @Nullable Object text, @Nullable Object radix) {
    return value instanceof Integer && text instanceof String s && radix instanceof Integer r
        ? Integer.valueOf(s, r)
        : null;
  }

  /** The long integer that a text names. */
  public static @Nullable Object parseLong(@Nullable Object value, @Nullable Object text) {
    return value instanceof Long && text instanceof String s ? Long.valueOf(s) : null;
  }

  /** The long integer that a text names in a radix. */
  public static @Nullable Object parseLong(
      @Nullable Object value, @Nullable Object text, @Nullable Object radix) {
    return value instanceof Long && text instanceof String s && radix instanceof Integer r
        ? Long.valueOf(s, r)
        : null;
  }

  /** The decimal that a text names. */
  public static @Nullable Object parseDouble(@Nullable Object value, @Nullable Object text) {
    return (value instanceof Double && text instanceof String s) ? Double.valueOf(s) : null;
  }

  /** Whether a text is {@code true} in any case. */
  public static @Nullable Object parseBoolean(@Nullable Object value, @Nullable Object text) {
    return (value instanceof Boolean && text instanceof String s) ? Boolean.valueOf(s) : null;
  }

  /** A text or number as a value of the class; of text, the text of anything. */
  public static @Nullable Object valueOf(@Nullable Object value, @Nullable Object item) {
    if (value instanceof String) {
      return Values.text(item);
    }
    return item instanceof String text ? named(value, text) : converted(value, item);
  }

  private static @Nullable Object named(@Nullable Object value, String text) {
    if (value instanceof Integer) {
      return Integer.valueOf(text);
    } else if (value instanceof Long) {
      return Long.valueOf(text);
    } else if (value instanceof Double) {
      return Double.valueOf(text);
    }
    return value instanceof Boolean ? (Object) Boolean.valueOf(text) : null;
  }

  private static @Nullable Object converted(@Nullable Object value, @Nullable Object item) {
    boolean same =
        (value instanceof Integer && item instanceof Integer)
            || (value instanceof Boolean && item instanceof Boolean);
    if (same) {
      return item;
    } else if (value instanceof Long && integer(item)) {
      return number(item).longValue();
    }
    return value instanceof Double && plain(item) ? (Object) number(item).doubleValue() : null;
  }

  /** The integer that a text names in a radix. */
  public static @Nullable Object valueOf(
      @Nullable Object value, @Nullable Object text, @Nullable Object radix) {
    return value instanceof Long ? parseLong(value, text, radix) : parseInt(value, text, radix);
  }

  /** The text of a number or truth value of the class. */
  public static @Nullable Object asText(@Nullable Object value, @Nullable Object item) {
    return value instanceof String ? null : item == null ? null : text(valueOfItsOwn(value, item));
  }

  private static @Nullable Object valueOfItsOwn(@Nullable Object value, Object item) {
    return item instanceof String ? null : valueOf(value, item);
  }

  private static @Nullable Object text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** The text of an integer in a radix. */
  public static @Nullable Object asText(
      @Nullable Object value, @Nullable Object item, @Nullable Object radix) {
    return radix instanceof Integer r ? digits(value, item, r, false) : null;
  }

  /** The digits of an integer to the base 16; of negative ones, those of their bits. */
  public static @Nullable Object toHexString(@Nullable Object value, @Nullable Object item) {
    return digits(value, item, 16, true);
  }

  /** The digits of an integer to the base 8; of negative ones, those of their bits. */
  public static @Nullable Object toOctalString(@Nullable Object value, @Nullable Object item) {
    return digits(value, item, 8, true);
  }

  /** The digits of an integer to the base 2; of negative ones, those of their bits. */
  public static @Nullable Object toBinaryString(@Nullable Object value, @Nullable Object item) {
    return digits(value, item, 2, true);
  }

  private static @Nullable Object digits(
      @Nullable Object value, @Nullable Object item, int radix, boolean bits) {
    if (value instanceof Integer && item instanceof Integer n) {
      return bits ? Integer.toUnsignedString(n, radix) : Integer.toString(n, radix);
    }
    if (value instanceof Long && integer(item)) {
      long n = number(item).longValue();
      return bits ? Long.toUnsignedString(n, radix) : Long.toString(n, radix);
    }
    return null;
  }

  /** The larger number. */
  public static @Nullable Object max(
      @Nullable Object value, @Nullable Object a, @Nullable Object b) {
    return of(value, a, b, Math::max, Math::max, Math::max);
  }

  /** The smaller number. */
  public static @Nullable Object min(
      @Nullable Object value, @Nullable Object a, @Nullable Object b) {
    return of(value, a, b, Math::min, Math::min, Math::min);
  }

  /** The sum; integers wrap around. */
  public static @Nullable Object sum(
      @Nullable Object value, @Nullable Object a, @Nullable Object b) {
    return of(value, a, b, Integer::sum, Long::sum, Double::sum);
  }

  /** Negative, zero or positive as the first comes before, with or after the second. */
  public static @Nullable Object compare(
      @Nullable Object value, @Nullable Object a, @Nullable Object b) {
    if (value instanceof Boolean && a instanceof Boolean first && b instanceof Boolean second) {
      return Boolean.compare(first, second);
    }
    Object order = of(value, a, b, Integer::compare, Long::compare, Double::compare);
    return order instanceof Number number ? (Object) number.intValue() : null;
  }

  private static @Nullable Object of(
      @Nullable Object value,
      @Nullable Object a,
      @Nullable Object b,
      IntBinaryOperator ofIntegers,
      LongBinaryOperator ofLongs,
      DoubleBinaryOperator ofDoubles) {
    if (!(a instanceof Number first) || !(b instanceof Number second)) {
      return null;
    }
    if (value instanceof Integer && a instanceof Integer && b instanceof Integer) {
      return ofIntegers.applyAsInt(first.intValue(), second.intValue());
    } else if (value instanceof Long && integer(a) && integer(b)) {
      return ofLongs.applyAsLong(first.longValue(), second.longValue());
    }
    return value instanceof Double && plain(a) && plain(b)
        ? (Object) ofDoubles.applyAsDouble(first.doubleValue(), second.doubleValue())
        : null;
  }

  /** -1, 0 or 1 as an integer is negative, zero or positive. */
  public static @Nullable Object signum(@Nullable Object value, @Nullable Object item) {
    if (value instanceof Integer && item instanceof Integer n) {
      return Integer.signum(n);
    }
    return value instanceof Long && integer(item)
        ? (Object) Long.signum(number(item).longValue())
        : null;
  }

  /** Whether a decimal is not a number. */
  public static @Nullable Object isNaN(@Nullable Object value) {
    return value instanceof Double number ? (Object) number.isNaN() : null;
  }

  /** Whether another decimal is not a number. */
  public static @Nullable Object isNaN(@Nullable Object value, @Nullable Object item) {
    return value instanceof Double && plain(item)
        ? (Object) Double.isNaN(number(item).doubleValue())
        : null;
  }

  /** Whether a decimal is infinite. */
  public static @Nullable Object isInfinite(@Nullable Object value) {
    return value instanceof Double number ? (Object) number.isInfinite() : null;
  }

  /** Whether another decimal is infinite. */
  public static @Nullable Object isInfinite(@Nullable Object value, @Nullable Object item) {
    return value instanceof Double && plain(item)
        ? (Object) Double.isInfinite(number(item).doubleValue())
        : null;
  }

  private static boolean integer(@Nullable Object item) {
    return item instanceof Integer || item instanceof Long;
  }

  private static boolean plain(@Nullable Object item) {
    return integer(item) || item instanceof Double;
  }

  /** What is known to be a number. */
  private static Number number(@Nullable Object item) {
    return (Number) Objects.requireNonNull(item);
  }
}
