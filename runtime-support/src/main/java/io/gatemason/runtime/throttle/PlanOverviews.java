package io.gatemason.runtime.throttle;

import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.store.QuotaLimit;
import io.gatemason.runtime.store.UsageDay;
import io.gatemason.runtime.throttle.PlanOverview.KeyUsage;
import java.util.Comparator;
import java.util.List;

/** Puts together what keys used of plans. Source: {@code docs/behaviour/clients.md#usage}. */
final class PlanOverviews {
  private final LimitStore store;
  private final long today;
  private final int mostKeys;

  /**
   * Overviews of a day.
   *
   * @param today in days since 1970
   * @param mostKeys how many keys of each plan are listed
   */
  PlanOverviews(LimitStore store, long today, int mostKeys) {
    this.store = store;
    this.today = today;
    this.mostKeys = mostKeys;
  }

  PlanOverview of(UsagePlan plan, List<ApiKey> all) {
    List<ApiKey> keys =
        all.stream()
            .filter(key -> key.plans().contains(plan.id()))
            .sorted(Comparator.comparing(ApiKey::id))
            .toList();
    int listed = Math.min(keys.size(), mostKeys);
    Quota quota = plan.quota();
    return new PlanOverview(
        plan.id(),
        plan.name(),
        plan.stageNames(),
        quota == null ? -1 : quota.limit(),
        quota == null ? "" : quota.period().name(),
        keys.subList(0, listed).stream().map(key -> usage(plan, key)).toList(),
        keys.size() - listed);
  }

  private KeyUsage usage(UsagePlan plan, ApiKey key) {
    String counter = MethodLimits.clientName(plan, key.id());
    QuotaLimit limit = plan.quotaOn(counter, today);
    long used = 0;
    long usedToday = 0;
    long remaining = limit.limit();
    for (UsageDay row : store.usage(counter)) {
      if (row.day() >= limit.period()) {
        used += row.used();
        remaining = row.remaining();
        usedToday = row.day() == today ? row.used() : usedToday;
      }
    }
    return new KeyUsage(
        key.id(),
        key.name(),
        key.isEnabled(),
        usedToday,
        used,
        plan.hasQuota() ? Math.max(0, remaining) : -1);
  }
}
