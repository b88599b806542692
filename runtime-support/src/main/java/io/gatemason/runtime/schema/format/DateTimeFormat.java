package io.gatemason.runtime.schema.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Date and time with an offset, the minutes of the offset and their colon being optional. */
final class DateTimeFormat {
  private static final Pattern SHAPE =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})"
              + "(?:\\.[0-9]{1,12})?(?:[Zz]|[+-]([0-9]{2})(?::?([0-9]{2}))?)");

  private DateTimeFormat() {}

  static boolean matches(String text) {
    Matcher matcher = SHAPE.matcher(text);
    return matcher.matches()
        && isDate(matcher)
        && number(matcher, 4) <= 23
        && number(matcher, 5) <= 59
        && number(matcher, 6) <= 59
        && number(matcher, 7) <= 23
        && number(matcher, 8) <= 59;
  }

  private static boolean isDate(Matcher matcher) {
    try {
      LocalDate date = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
      return date.getYear() >= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
