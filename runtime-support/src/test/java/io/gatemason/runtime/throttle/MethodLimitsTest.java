package io.gatemason.runtime.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.store.QuotaLimit;
import io.gatemason.runtime.store.RateLimit;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodLimitsTest {
  private static final StageName DEV = new StageName("api", "dev");
  private static final RateLimit ACCOUNT = new RateLimit("account", 100, 50);
  private static final long TODAY = LocalDate.of(2026, 11, 28).toEpochDay();

  @Test
  void judgesClientAndMethodThenClientThenMethodThenAccountThenQuota() {
    UsagePlan plan =
        UsagePlan.of("Gold", "gold")
            .throttle(10, 5)
            .methodThrottle("api", "dev", "GET", "/slow", 1, 2)
            .quota(1_000, 0, QuotaPeriod.DAY);
    MethodLimits limits =
        new MethodLimits(DEV, List.of("GET /slow"), "GET /slow", new Rates(20, 10), ACCOUNT);
    assertEquals(
        List.of(
            new RateLimit("client/Gold/KeyOne/api/dev/GET /slow", 1, 2),
            new RateLimit("client/Gold/KeyOne", 10, 5),
            new RateLimit("method/api/dev/GET /slow", 20, 10),
            ACCOUNT,
            new QuotaLimit("client/Gold/KeyOne", 1_000, TODAY, TODAY)),
        limits.of(new KnownClient(ApiKey.of("KeyOne", "one"), plan), TODAY));
    assertEquals(
        List.of(new RateLimit("method/api/dev/GET /slow", 20, 10), ACCOUNT), limits.ofAnybody());
  }

  @Test
  void aPlanWithoutLimitsOnlyCounts() {
    MethodLimits limits = new MethodLimits(DEV, List.of("GET /"), "GET /", null, null);
    UsagePlan plan = UsagePlan.of("Free", "free").stage("api", "dev");
    assertEquals(
        List.of(
            new QuotaLimit(
                "client/Free/K",
                QuotaLimit.UNLIMITED,
                LocalDate.of(2026, 11, 1).toEpochDay(),
                TODAY)),
        limits.of(new KnownClient(ApiKey.of("K", "k"), plan), TODAY));
    assertEquals(List.of(), limits.ofAnybody());
  }

  @ParameterizedTest
  @CsvSource({
    "DAY,2026-11-28,2026-11-28",
    "WEEK,2026-11-28,2026-11-23",
    "WEEK,2026-11-23,2026-11-23",
    "WEEK,2026-11-29,2026-11-23",
    "WEEK,2026-11-30,2026-11-30",
    "MONTH,2026-11-28,2026-11-01",
    "MONTH,2024-02-29,2024-02-01",
    "MONTH,2027-01-01,2027-01-01"
  })
  void periodsAreThoseOfTheCalendar(QuotaPeriod period, LocalDate day, LocalDate start) {
    assertEquals(start.toEpochDay(), period.start(day.toEpochDay()));
  }

  @Test
  void theOffsetCountsInThePeriodInWhichThePlanBegan() {
    UsagePlan plan = UsagePlan.of("P", "p").quota(100, 20, QuotaPeriod.DAY);
    long first = LocalDate.of(2026, 3, 2).toEpochDay();
    UsagePlan began = plan.began(first);
    assertEquals(80, began.quotaOn("q", first).limit());
    assertEquals(100, began.quotaOn("q", first + 1).limit());
    assertEquals(100, plan.quotaOn("q", first).limit(), "nobody says when it began");
  }
}
