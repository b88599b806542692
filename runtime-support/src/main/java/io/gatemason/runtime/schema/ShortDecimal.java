package io.gatemason.runtime.schema;

/** Compares decimals of a few digits without making numbers of them. */
final class ShortDecimal {
  /** The decimal has an exponent or too many digits, or there is none. */
  static final int TOO_LONG = 2;

  private static final int MAX_DIGITS = 18;

  private ShortDecimal() {}

  /** The sign of the decimal minus the limit, or {@link #TOO_LONG}. */
  static int compare(CharSequence decimal, long limit) {
    int length = decimal.length();
    if (length == 0 || length > MAX_DIGITS) {
      return TOO_LONG;
    }
    boolean negative = decimal.charAt(0) == '-';
    long digits = 0;
    long scale = 0;
    for (int i = negative ? 1 : 0; i < length; i++) {
      char c = decimal.charAt(i);
      if (c == '.') {
        scale = 1;
      } else if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        scale *= 10;
      } else {
        return TOO_LONG;
      }
    }
    return compare(negative ? -digits : digits, Math.max(scale, 1), limit);
  }

  private static int compare(long digits, long scale, long limit) {
    boolean fits = limit <= Long.MAX_VALUE / scale && limit >= Long.MIN_VALUE / scale;
    return fits ? Long.compare(digits, limit * scale) : TOO_LONG;
  }
}
