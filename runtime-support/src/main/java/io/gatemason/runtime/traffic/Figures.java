package io.gatemason.runtime.traffic;

import java.util.List;

/**
 * The figures of a method in the last minute, and how many requests it had at all.
 *
 * @param total requests since the service has started
 * @param requests those of the last minute, as all that follow
 * @param clientErrors answers that blame the client
 * @param serverErrors answers that blame the server
 * @param hits answers from the cache
 * @param misses answers that the cache did not have
 * @param median half of the requests were answered in so many milliseconds
 * @param p95 95 of 100 were
 * @param p99 99 of 100 were
 * @param course requests in each interval of {@value SlidingFigures#SLOT_SECONDS} seconds, the
 *     oldest first, the running one left out
 */
public record Figures(
    long total,
    long requests,
    long clientErrors,
    long serverErrors,
    long hits,
    long misses,
    double median,
    double p95,
    double p99,
    List<Integer> course) {

  /** Copies the course. */
  public Figures {
    course = List.copyOf(course);
  }
}
