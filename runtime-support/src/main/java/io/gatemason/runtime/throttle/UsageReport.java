package io.gatemason.runtime.throttle;

import io.gatemason.runtime.json.Json;
import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.store.QuotaLimit;
import io.gatemason.runtime.store.UsageDay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What one key used of a plan, as the managed service's GetUsage writes it. Source: {@code
 * docs/behaviour/clients.md#usage}.
 */
final class UsageReport {
  private UsageReport() {}

  /** JSON with a row {@code [used, remaining]} for each day from {@code start} to {@code end}. */
  static String of(LimitStore store, UsagePlan plan, String keyId, LocalDate start, LocalDate end) {
    Map<Long, UsageDay> days = new HashMap<>();
    String counter = MethodLimits.clientName(plan, keyId);
    store.usage(counter).forEach(row -> days.put(row.day(), row));
    StringJoiner rows = new StringJoiner(",", "[", "]");
    QuotaLimit before = plan.quotaOn(counter, start.toEpochDay());
    long remaining = before.limit();
    for (long day = start.toEpochDay(); day <= end.toEpochDay(); day++) {
      QuotaLimit quota = plan.quotaOn(counter, day);
      UsageDay row = days.get(day);
      if (row != null) {
        remaining = row.remaining();
      } else if (quota.period() == day) {
        remaining = quota.limit();
      }
      long left = remaining == QuotaLimit.UNLIMITED ? -1 : remaining;
      rows.add("[" + (row == null ? 0 : row.used()) + "," + left + "]");
    }
    return "{\"usagePlanId\":%s,\"startDate\":\"%s\",\"endDate\":\"%s\",\"values\":{%s:%s}}"
        .formatted(Json.quote(plan.id()), start, end, Json.quote(keyId), rows);
  }
}
