package io.gatemason.runtime.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** The last number that was read. */
final class JsonNumber {
  /** The most digits that a number may have, those of its exponent included. */
  static final int MAX_DIGITS = 1000;

  private static final int MAX_SHORT = 18;

  private int start;
  private int end;
  private int digitCount;
  private long digits;
  private int scale;
  private boolean exponent;

  /** Reads a number that begins at a place. Returns the place after it. */
  int read(byte[] in, int from) {
    boolean negative = in.length > from && in[from] == '-';
    start = from;
    digits = 0;
    int first = negative ? from + 1 : from;
    int at = digits(in, first);
    if (at - first > 1 && in[first] == '0') {
      throw new JsonFormatException("a number begins with 0 at byte " + first);
    }
    digitCount = at - first;
    scale = 0;
    exponent = false;
    if (at < in.length && in[at] == '.') {
      int end = digits(in, at + 1);
      scale = end - at - 1;
      digitCount += scale;
      at = end;
    }
    if (at < in.length && (in[at] | 0x20) == 'e') {
      at = exponent(in, at + 1);
    }
    if (digitCount > MAX_DIGITS) {
      throw new JsonFormatException("a number of " + digitCount + " digits");
    }
    digits = negative ? -digits : digits;
    end = at;
    return at;
  }

  private int exponent(byte[] in, int from) {
    exponent = true;
    int first = from < in.length && (in[from] == '+' || in[from] == '-') ? from + 1 : from;
    int at = digits(in, first);
    digitCount += at - first;
    return at;
  }

  /** Reads at least one digit. */
  private int digits(byte[] in, int from) {
    int at = from;
    long value = digits;
    while (at < in.length && in[at] >= '0' && in[at] <= '9') {
      value = value * 10 + (in[at] - '0');
      at++;
    }
    if (at == from) {
      throw new JsonFormatException("no digit at byte " + from);
    }
    digits = value;
    return at;
  }

  boolean isIntegral() {
    return scale == 0 && !exponent;
  }

  boolean isShort() {
    return digitCount <= MAX_SHORT && !exponent;
  }

  long digits() {
    return digits;
  }

  int scale() {
    return scale;
  }

  BigDecimal decimal(byte[] in) {
    try {
      return isShort()
          ? BigDecimal.valueOf(digits, scale)
          : new BigDecimal(new String(in, start, end - start, StandardCharsets.ISO_8859_1));
    } catch (NumberFormatException e) {
      throw new JsonFormatException("an exponent beyond that of BigDecimal");
    }
  }
}
