package io.gatemason.runtime.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A number of a schema, exactly as written. Immutable. */
public final class ExactNumber {
  private final BigDecimal exact;
  private final double rounded;
  private final boolean integral;
  private final boolean floorIsLong;
  private final long floor;
  private final BigDecimal reduced;

  private ExactNumber(BigDecimal exact) {
    this.exact = exact;
    this.rounded = exact.doubleValue();
    this.reduced = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    this.integral = reduced.scale() <= 0;
    this.floorIsLong = (long) reduced.precision() - reduced.scale() <= 18;
    this.floor = floorIsLong ? exact.setScale(0, RoundingMode.FLOOR).longValueExact() : 0;
  }

  /** The number in JSON notation. */
  public static ExactNumber of(String text) {
    return new ExactNumber(new BigDecimal(text));
  }

  /** The sign of "the number at the cursor minus this one". */
  int compareTo(JsonCursor in) {
    if (in.isLong() && floorIsLong) {
      int compared = Long.compare(in.longValue(), floor);
      return compared == 0 && !integral ? -1 : compared;
    }
    if (integral && floorIsLong && in.kind() == JsonCursor.FLOAT) {
      int compared = ShortDecimal.compare(in.digits(), floor);
      if (compared != ShortDecimal.TOO_LONG) {
        return compared;
      }
    }
    double value = in.doubleValue();
    if (value != rounded) {
      return value < rounded ? -1 : 1;
    }
    return in.decimalValue().compareTo(exact);
  }

  /** Whether the number at the cursor is a multiple of this one; never expands exponents. */
  boolean divides(JsonCursor in) {
    if (in.isLong() && integral && floorIsLong) {
      return in.longValue() % floor == 0;
    }
    BigDecimal value = in.decimalValue();
    return value.signum() == 0 || divides(value.stripTrailingZeros());
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
    if (integral && floorIsLong) {
      return Long.toString(floor);
    }
    return exact.toString();
  }
}
