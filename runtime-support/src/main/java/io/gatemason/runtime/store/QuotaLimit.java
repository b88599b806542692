package io.gatemason.runtime.store;

/**
 * A number of requests per period of the calendar.
 *
 * @param name the name of the counter
 * @param limit requests in this period, {@link #UNLIMITED} if they are only counted
 * @param period the first day of the period, in days since 1970
 * @param day today, in days since 1970
 */
public record QuotaLimit(String name, long limit, long period, long day) implements Limit {
  /** The limit of a counter that refuses nothing. */
  public static final long UNLIMITED = Long.MAX_VALUE;
}
