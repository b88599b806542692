package io.gatemason.runtime.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What was used of one quota: in the current period, and day by day. Safe for concurrent use. */
final class UsageCounter {
  private final TreeMap<Long, UsageDay> days = new TreeMap<>();
  private long period;
  private long used;
  private long generation;
  private long day;
  private long usedToday;
  private boolean rowToday;
  private long remaining = QuotaLimit.UNLIMITED;

  /** Counts one request, unless nothing is left. */
  synchronized boolean take(QuotaLimit quota) {
    enter(quota);
    if (used >= quota.limit()) {
      return false;
    }
    used++;
    usedToday++;
    rowToday = true;
    remaining = left(quota);
    return true;
  }

  /** Sets what is left of the period. */
  synchronized void remaining(QuotaLimit quota, long left) {
    enter(quota);
    used = quota.limit() - left;
    rowToday = true;
    remaining = left;
  }

  /**
   * Takes over what all processes together have used, as of {@code newGeneration}. What was used of
   * a period that is over says nothing of this one.
   */
  synchronized void know(QuotaLimit quota, long counted, long newGeneration) {
    enter(quota);
    if (quota.period() < period) {
      return;
    }
    used = newGeneration > generation ? counted : Math.max(used, counted);
    generation = Math.max(generation, newGeneration);
    remaining = left(quota);
  }

  /** What was used in the period of {@code quota}. */
  synchronized long used(QuotaLimit quota) {
    return quota.period() == period ? used : 0;
  }

  /** How often what is left was set from outside, as far as this process knows. */
  synchronized long generation() {
    return generation;
  }

  /** One row for each day on which something was used, or what is left was set. */
  synchronized List<UsageDay> rows() {
    List<UsageDay> rows = new ArrayList<>(days.values());
    if (rowToday) {
      rows.add(new UsageDay(day, usedToday, remaining));
    }
    return List.copyOf(rows);
  }

  synchronized UsageRecord saved() {
    return new UsageRecord(period, used, rows());
  }

  /** Continues with what {@link #saved} gave. */
  synchronized void restore(UsageRecord saved) {
    period = saved.period();
    used = saved.used();
    for (UsageDay row : saved.days()) {
      days.put(row.day(), row);
    }
    var last = days.pollLastEntry();
    if (last != null) {
      day = last.getKey();
      rowToday = true;
      usedToday = last.getValue().used();
      remaining = last.getValue().remaining();
    }
  }

  /** Requests are counted in the order in which they come here; a clock that goes back is not. */
  private void enter(QuotaLimit quota) {
    if (quota.period() > period) {
      period = quota.period();
      used = 0;
    }
    if (quota.day() > day) {
      if (rowToday) {
        days.put(day, new UsageDay(day, usedToday, remaining));
      }
      days.headMap(quota.day() - LimitStore.DAYS_KEPT).clear();
      day = quota.day();
      usedToday = 0;
      rowToday = false;
    }
  }

  private long left(QuotaLimit quota) {
    return quota.limit() == QuotaLimit.UNLIMITED
        ? QuotaLimit.UNLIMITED
        : Math.max(0, quota.limit() - used);
  }
}
