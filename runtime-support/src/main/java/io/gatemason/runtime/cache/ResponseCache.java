package io.gatemason.runtime.cache;

import io.gatemason.runtime.cache.CachedResponse.Field;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.ProxyAnswer;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.failure.LimitFailures;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.stage.ByVerb;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests to one method of one stage with what was answered before. Safe for concurrent
 * use. Source: {@code docs/behaviour/caching.md}.
 */
public final class ResponseCache {
  private static final String WARNING = "Warning";
  private static final String IGNORED =
      "199 Cache-control headers were ignored because the caller was unauthorized.";

  private final StageCache stage;
  private final ByVerb<CacheRules> byVerb;

  ResponseCache(StageCache stage, ByVerb<CacheRules> byVerb) {
    this.stage = stage;
    this.byVerb = byVerb;
  }

  /**
   * Answers the request, if there is an answer that was kept; otherwise sees to it that the
   * method's answer is kept. Of several requests that miss the same entry at the same time one goes
   * on, and the others wait for its answer, no longer than their own integration could take.
   */
  public boolean answers(Exchange exchange, CacheKey key) {
    CacheRules rules = byVerb.of(exchange.route().httpMethod());
    if (!rules.kept()) {
      return false;
    }
    String name = stage.name(key);
    boolean renewing = wantsRenewal(exchange);
    boolean refused =
        renewing && rules.renewalAuthorized() && !exchange.context().invalidationAllowed();
    if (refused && rules.strategy() == RenewalStrategy.FAIL_WITH_403) {
      throw LimitFailures.cacheRenewalDenied();
    }
    boolean warned = refused && rules.strategy() == RenewalStrategy.SUCCEED_WITH_RESPONSE_HEADER;
    if (renewing && !refused) {
      exchange.record().looksIntoCache(false);
      long generation = stage.generation();
      exchange.door().watch(new Recording("", response -> keep(name, response, rules, generation)));
      return false;
    }
    exchange.record().looksIntoCache();
    CachedResponse found = find(exchange, name, key.patience(), warned, rules);
    exchange.record().looksIntoCache(found != null);
    if (found != null) {
      send(exchange, found, warned);
    }
    return found != null;
  }

  /** The entry, or null if this request has to ask the backend, in which case it is watched. */
  private @Nullable CachedResponse find(
      Exchange exchange, String name, Duration patience, boolean warned, CacheRules rules) {
    long landings = stage.flights().landings();
    CachedResponse found = stage.find(name);
    if (found != null) {
      return found;
    }
    Flights<CachedResponse>.Flight flight = stage.flights().start(name);
    if (flight == null) {
      found = await(name, patience);
    } else if (stage.flights().landings() != landings) {
      // Another one may have brought the entry since this request looked for it.
      found = stage.again(name);
      if (found != null) {
        flight.land(found);
      }
    }
    if (found != null) {
      return found;
    }
    if (warned) {
      exchange.door().addHeader(WARNING, IGNORED);
    }
    long generation = stage.generation();
    exchange
        .door()
        .watch(
            new Recording(
                warned ? WARNING.toLowerCase(Locale.ROOT) : "",
                response -> {
                  keep(name, response, rules, generation);
                  if (flight != null) {
                    flight.land(response);
                  }
                }));
    return null;
  }

  private @Nullable CachedResponse await(String name, Duration patience) {
    try {
      CachedResponse brought = stage.flights().await(name, patience).orElse(null);
      return brought != null ? brought : stage.find(name);
    } catch (TimeoutException e) {
      throw GatewayFailure.integrationTimeout();
    }
  }

  private void keep(
      String name, @Nullable CachedResponse response, CacheRules rules, long generation) {
    if (response != null) {
      stage.keep(name, response, rules.timeToLive(), generation);
    }
  }

  private static void send(Exchange exchange, CachedResponse found, boolean warned) {
    exchange.judgeBody();
    ProxyAnswer answer = exchange.proxyAnswer(found.status());
    for (Field field : found.headers()) {
      answer.header(field.name(), field.value());
    }
    if (warned) {
      answer.header(WARNING, IGNORED);
    }
    answer.send(Payload.of(found.body()));
  }

  private static boolean wantsRenewal(Exchange exchange) {
    for (String value : exchange.head().inAnyCase("Cache-Control")) {
      for (String directive : value.split(",", -1)) {
        if (directive.strip().equalsIgnoreCase("max-age=0")) {
          return true;
        }
      }
    }
    return false;
  }
}
