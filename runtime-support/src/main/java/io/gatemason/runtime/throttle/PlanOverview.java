package io.gatemason.runtime.throttle;

import java.util.List;

/**
 * A usage plan and what its keys used of it.
 *
 * @param id the plan's id
 * @param name the plan's name
 * @param stages the stages that its keys open, as {@code api/stage}, in order
 * @param quota requests in a period, -1 without a quota
 * @param period the period, {@code DAY}, {@code WEEK} or {@code MONTH}; "" without a quota
 * @param keys the first keys in the order of their ids
 * @param moreKeys how many keys are left out
 */
public record PlanOverview(
    String id,
    String name,
    List<String> stages,
    long quota,
    String period,
    List<KeyUsage> keys,
    int moreKeys) {

  /** Copies the lists. */
  public PlanOverview {
    stages = List.copyOf(stages);
    keys = List.copyOf(keys);
  }

  /**
   * What one key used.
   *
   * @param id the key's id
   * @param name the key's name
   * @param enabled whether it opens anything
   * @param today requests of today
   * @param used requests of the current period; without a quota of the current month
   * @param remaining what is left in the period, -1 without a quota
   */
  public record KeyUsage(
      String id, String name, boolean enabled, long today, long used, long remaining) {}
}
