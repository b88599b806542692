package io.gatemason.runtime.throttle;

import io.gatemason.runtime.store.QuotaLimit;
import io.gatemason.runtime.store.RateLimit;
import org.jspecify.annotations.Nullable;

/** The client that an API key stands for at one stage. Safe for concurrent use. */
final class KnownClient {
  private final ApiKey key;
  private final UsagePlan plan;
  private final String name;
  private final @Nullable RateLimit rate;
  private volatile QuotaOfDay quota;

  private record QuotaOfDay(long day, QuotaLimit limit) {}

  /**
   * A client.
   *
   * @param key the key
   * @param plan the usage plan through which it opens the stage
   */
  KnownClient(ApiKey key, UsagePlan plan) {
    this.key = key;
    this.plan = plan;
    this.name = MethodLimits.clientName(plan, key.id());
    Rates rates = plan.rates();
    this.rate = rates == null ? null : MethodLimits.limit(name, rates);
    this.quota = new QuotaOfDay(0, plan.quotaOn(name, 0));
  }

  ApiKey key() {
    return key;
  }

  UsagePlan plan() {
    return plan;
  }

  /** The name of what it uses of its plan. */
  String name() {
    return name;
  }

  /** The limit of its rate at all methods, null if the plan has none. */
  @Nullable RateLimit rate() {
    return rate;
  }

  /** The counter of its quota on a day, in days since 1970. */
  QuotaLimit quotaOn(long day) {
    QuotaOfDay known = quota;
    if (known.day() != day) {
      known = new QuotaOfDay(day, plan.quotaOn(name, day));
      quota = known;
    }
    return known.limit();
  }
}
