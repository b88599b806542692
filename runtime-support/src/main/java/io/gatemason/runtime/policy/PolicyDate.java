package io.gatemason.runtime.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of conditions: the forms of ISO 8601 that the W3C note names, or seconds since 1970. */
final class PolicyDate {
  private static final Pattern EPOCH = Pattern.compile("-?\\d{5,15}");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern ZONED = Pattern.compile(".*(?:Z|[+-]\\d{2}:\\d{2})");

  private PolicyDate() {}

  /** The instant that the text names, null if it names none. */
  static @Nullable Instant parse(String text) {
    try {
      if (EPOCH.matcher(text).matches()) {
        return Instant.ofEpochSecond(Long.parseLong(text));
      }
      if (YEAR.matcher(text).matches()) {
        return start(LocalDate.of(Integer.parseInt(text), 1, 1));
      }
      if (MONTH.matcher(text).matches()) {
        return start(YearMonth.parse(text).atDay(1));
      }
      if (DAY.matcher(text).matches()) {
        return start(LocalDate.parse(text));
      }
      return ZONED.matcher(text).matches()
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
