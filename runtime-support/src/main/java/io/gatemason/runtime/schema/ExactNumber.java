package io.gatemason.runtime.schema;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A number of a schema, exactly as written. Immutable. */
public final class ExactNumber {
  private static final int MAX_SCALE = 18;
  private static final long[] POWERS = powers();

  private final BigDecimal exact;
  private final BigDecimal reduced;
  private final boolean isShort;
  private final long digits;
  private final int scale;

  /** This number times ten to the power of the index, rounded down; at most a long. */
  private final long[] floors;

  private ExactNumber(BigDecimal exact) {
    this.exact = exact;
    this.reduced = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    this.isShort =
        reduced.scale() <= MAX_SCALE
            && (long) reduced.precision() - Math.min(reduced.scale(), 0) <= MAX_SCALE;
    this.scale = isShort ? Math.max(reduced.scale(), 0) : 0;
    this.digits = isShort ? reduced.setScale(scale).unscaledValue().longValueExact() : 0;
    this.floors = floors(digits, scale);
  }

  private static long[] floors(long digits, int scale) {
    long[] floors = new long[MAX_SCALE + 1];
    for (int i = 0; i <= MAX_SCALE; i++) {
      long power = POWERS[Math.abs(i - scale)];
      if (i < scale) {
        floors[i] = Math.floorDiv(digits, power);
      } else if (fits(digits, power)) {
        floors[i] = digits * power;
      } else {
        floors[i] = digits < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
      }
    }
    return floors;
  }

  private static long[] powers() {
    long[] powers = new long[MAX_SCALE + 1];
    powers[0] = 1;
    for (int i = 1; i <= MAX_SCALE; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /** The number in JSON notation. */
  public static ExactNumber of(String text) {
    return new ExactNumber(new BigDecimal(text));
  }

  /** The sign of "the number at the cursor minus this one". */
  int compareTo(JsonCursor in) {
    if (isShort && in.isShort()) {
      int compared = Long.compare(in.digits(), floors[in.scale()]);
      // Without trailing zeros, this number is between its floor and the next one at lower scales.
      return compared == 0 && in.scale() < scale ? -1 : compared;
    }
    return in.decimalValue().compareTo(exact);
  }

  /** Whether the number at the cursor is a multiple of this one; never expands exponents. */
  boolean divides(JsonCursor in) {
    if (isShort && in.isShort()) {
      int common = Math.max(scale, in.scale());
      long mine = POWERS[common - scale];
      long other = POWERS[common - in.scale()];
      if (fits(digits, mine) && fits(in.digits(), other)) {
        return in.digits() * other % (digits * mine) == 0;
      }
    }
    BigDecimal value = in.decimalValue();
    return value.signum() == 0 || divides(value.stripTrailingZeros());
  }

  private static boolean fits(long digits, long factor) {
    long limit = Long.MAX_VALUE / factor;
    return factor == 1 || (digits <= limit && digits >= -limit);
  }

  private boolean divides(BigDecimal value) {
    long shift = (long) reduced.scale() - value.scale();
    BigInteger divisor = reduced.unscaledValue().abs();
    BigInteger digits = value.unscaledValue();
    if (shift < 0) {
      return digits.remainder(divisor.multiply(power(-shift, digits))).signum() == 0;
    }
    BigInteger power = BigInteger.TEN.modPow(BigInteger.valueOf(shift), divisor);
    return digits.multiply(power).remainder(divisor).signum() == 0;
  }

  /** A power of ten, or one that is larger than the digits where the true one would be huge. */
  private static BigInteger power(long exponent, BigInteger digits) {
    return BigInteger.TEN.pow((int) Math.min(exponent, digits.bitLength() + 1L));
  }

  /** The number as messages show it: integral values in the range of long without fraction. */
  @Override
  public String toString() {
    if (isShort && scale == 0) {
      return Long.toString(digits);
    }
    return exact.toString();
  }
}
