package io.gatemason.runtime.store;

/**
 * What was used of a quota on one day.
 *
 * @param day the day, in days since 1970
 * @param used requests of that day
 * @param remaining what was left of the period at the end of the day, {@link QuotaLimit#UNLIMITED}
 *     without a limit
 */
public record UsageDay(long day, long used, long remaining) {}
