package io.gatemason.runtime.throttle;

import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.LimitFailures;
import io.gatemason.runtime.stage.ByVerb;
import io.gatemason.runtime.store.Limit;
import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.store.QuotaLimit;
import io.gatemason.runtime.store.RateLimit;
import io.gatemason.runtime.store.StoreUnavailableException;
import java.util.List;
import java.util.Locale;

/**
 * Judges requests to one method of one stage by all limits at once. Safe for concurrent use.
 * Source: {@code docs/behaviour/clients.md#levels}.
 */
public final class Throttle {
  private static final long DAY_MILLIS = 86_400_000;

  private final ByVerb<MethodLimits> limits;
  private final LimitStore store;
  private final WallClock clock;

  Throttle(ByVerb<MethodLimits> limits, LimitStore store, WallClock clock) {
    this.limits = limits;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes one of every limit, or ends the exchange with 429 and takes nothing. Whoever has shown an
   * API key is judged by the limits of its usage plan, too.
   */
  public void acquire(Exchange exchange) {
    KnownClient client = exchange.context().left(KnownClient.class);
    MethodLimits method = limits.of(exchange.route().httpMethod());
    List<Limit> judged =
        client == null
            ? method.ofAnybody()
            : method.of(client, Math.floorDiv(clock.epochMillis(), DAY_MILLIS));
    int refusing = take(judged);
    if (refusing != LimitStore.TAKEN) {
      exchange.record().limited(MethodLimits.level(judged.get(refusing)));
      throw refusal(exchange, judged.get(refusing));
    }
  }

  private int take(List<Limit> judged) {
    try {
      return store.take(judged);
    } catch (StoreUnavailableException e) {
      throw LimitFailures.limitsUnavailable(String.valueOf(e.getMessage()));
    }
  }

  private static GatewayFailure refusal(Exchange exchange, Limit limit) {
    return switch (limit) {
      case RateLimit rate ->
          LimitFailures.throttled(
              MethodLimits.isOfClient(rate)
                  ? PlanLines.keyThrottled(exchange, rate)
                  : String.format(
                      Locale.ROOT,
                      "Throttle limit exceeded for %s. Limit: %.2f Burst: %d",
                      rate.name(),
                      rate.ratePerSecond(),
                      rate.burst()));
      case QuotaLimit quota ->
          LimitFailures.quotaExceeded(
              "Quota exceeded for %s. Limit: %d".formatted(quota.name(), quota.limit()));
    };
  }
}
