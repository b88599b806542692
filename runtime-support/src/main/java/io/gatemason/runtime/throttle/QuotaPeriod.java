package io.gatemason.runtime.throttle;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The period of a quota: of the calendar, in UTC. Source: {@code docs/behaviour/clients.md#quotas}.
 */
public enum QuotaPeriod {
  /** A day from midnight to midnight. */
  DAY,
  /** A week from Monday on. */
  WEEK,
  /** A month from its first day on. */
  MONTH;

  /** The first day of the period that {@code day} is in, both in days since 1970. */
  public long start(long day) {
    return switch (this) {
      case DAY -> day;
      case WEEK ->
          day - (LocalDate.ofEpochDay(day).getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
      case MONTH -> LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
    };
  }
}
