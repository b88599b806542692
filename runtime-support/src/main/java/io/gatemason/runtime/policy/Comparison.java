package io.gatemason.runtime.policy;

import io.gatemason.runtime.client.IpRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How one value of a condition is compared with that of a call; made once for each value of a
 * policy.
 */
@FunctionalInterface
interface Comparison {
  /** Longer numbers of clients are none: comparing them would take long. */
  int LONGEST_NUMBER = 100;

  /** Whether the call's value fits. */
  boolean fits(String found, AccessRequest call);

  /** Text with or without wildcards. */
  static Comparison text(PolicyText expected, boolean ignoreCase) {
    return (found, call) -> {
      int[] tokens = expected.tokens(call);
      return tokens != null && Glob.matches(tokens, found, ignoreCase);
    };
  }

  /** ARNs, compared part by part. */
  static Comparison arn(PolicyText expected) {
    return (found, call) -> {
      int[] tokens = expected.tokens(call);
      return tokens != null && ArnParts.match(tokens, found);
    };
  }

  /** Decimal numbers; {@code passes} takes the sign of the call's number less the policy's. */
  static Comparison number(String expected, IntPredicate passes) {
    BigDecimal number = number(expected);
    if (number == null) {
      throw new PolicyFormatException("no number: \"" + expected + "\"");
    }
    return (found, call) -> {
      BigDecimal value = number(found);
      return value != null && passes.test(value.compareTo(number));
    };
  }

  private static @Nullable BigDecimal number(String text) {
    if (text.isEmpty()
        || text.length() > LONGEST_NUMBER
        || text.indexOf('e') >= 0
        || text.indexOf('E') >= 0) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Instants; {@code passes} takes the sign of the call's instant compared with the policy's. */
  static Comparison date(String expected, IntPredicate passes) {
    Instant date = PolicyDate.parse(expected);
    if (date == null) {
      throw new PolicyFormatException("no date: \"" + expected + "\"");
    }
    return new DateComparison(date, passes);
  }

  /**
   * A comparison with an instant.
   *
   * @param date the policy's
   * @param passes takes the sign of the call's instant compared with the policy's
   */
  record DateComparison(Instant date, IntPredicate passes) implements Comparison {
    @Override
    public boolean fits(String found, AccessRequest call) {
      Instant value = PolicyDate.parse(found);
      return value != null && passes.test(value.compareTo(date));
    }

    /** Whether the second of the call fits, which nobody has to write down and read again. */
    boolean fitsTime(AccessRequest call) {
      long second = Math.floorDiv(call.surroundings().epochMillis(), 1_000L);
      int sign = Long.compare(second, date.getEpochSecond());
      return passes.test(sign == 0 && date.getNano() > 0 ? -1 : sign);
    }
  }

  /** Bytes, written in base64. */
  static Comparison binary(String expected) {
    byte[] bytes = bytes(expected);
    if (bytes == null) {
      throw new PolicyFormatException("no base64: \"" + expected + "\"");
    }
    return (found, call) -> Arrays.equals(bytes, bytes(found));
  }

  private static byte @Nullable [] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** An address in a block. */
  static Comparison ip(String expected) {
    IpRange range;
    try {
      range = IpRange.of(expected);
    } catch (IllegalArgumentException e) {
      throw new PolicyFormatException(String.valueOf(e.getMessage()));
    }
    return (found, call) -> range.contains(found);
  }
}
