package io.gatemason.runtime.store.redis;

import io.gatemason.runtime.store.Limit;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.QuotaLimit;
import io.gatemason.runtime.store.RateLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import redis.clients.jedis.UnifiedJedis;

/**
 * Requests whose limits are judged in one round trip, one after the other. A limit that several of
 * them have is read and written once. Used by one thread.
 */
final class TakeBatch {
  private static final RedisScript TAKE = RedisScript.read("take.lua");

  private final String prefix;
  private final List<Call> calls = new ArrayList<>();
  private final List<RateLimit> buckets = new ArrayList<>();
  private final List<QuotaLimit> counters = new ArrayList<>();

  /** A request that waits for its verdict. */
  static final class Call extends CompletableFuture<Integer> {
    private final List<? extends Limit> limits;

    Call(List<? extends Limit> limits) {
      this.limits = limits;
    }
  }

  TakeBatch(String prefix) {
    this.prefix = prefix;
  }

  List<Call> calls() {
    return calls;
  }

  /** Takes a request in; false if another one has a limit of the same name and other numbers. */
  boolean join(Call call) {
    for (Limit limit : call.limits) {
      if (known(limit).stream().anyMatch(each -> differs(each, limit))) {
        return false;
      }
    }
    calls.add(call);
    for (Limit limit : call.limits) {
      if (!known(limit).contains(limit)) {
        switch (limit) {
          case RateLimit rate -> buckets.add(rate);
          case QuotaLimit quota -> counters.add(quota);
        }
      }
    }
    return true;
  }

  private List<? extends Limit> known(Limit limit) {
    return switch (limit) {
      case RateLimit rate -> buckets;
      case QuotaLimit quota -> counters;
    };
  }

  private static boolean differs(Limit one, Limit other) {
    return one.name().equals(other.name()) && !one.equals(other);
  }

  /** Judges all, tells {@code known} what is left then, and each call its verdict. */
  void judge(UnifiedJedis client, LocalLimits known) {
    List<?> answer = (List<?>) RedisLink.run(client, TAKE, keys(), arguments(known));
    int at = calls.size();
    for (RateLimit bucket : buckets) {
      known.level(bucket, number(answer, at++));
    }
    for (QuotaLimit counter : counters) {
      known.know(counter, number(answer, at), number(answer, at + 1));
      at += 2;
    }
    for (int i = 0; i < calls.size(); i++) {
      calls.get(i).complete((int) number(answer, i));
    }
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>(buckets.size() + counters.size());
    buckets.forEach(bucket -> keys.add(RedisLimits.key(prefix, bucket)));
    counters.forEach(counter -> keys.add(RedisLimits.key(prefix, counter)));
    return keys;
  }

  private List<String> arguments(LocalLimits known) {
    List<String> arguments = new ArrayList<>();
    arguments.add(Integer.toString(buckets.size()));
    arguments.add(Integer.toString(counters.size()));
    for (RateLimit bucket : buckets) {
      arguments.add(Double.toString(bucket.ratePerSecond()));
      arguments.add(Long.toString(bucket.burst()));
    }
    for (QuotaLimit counter : counters) {
      arguments.add(Long.toString(counter.limit()));
      arguments.add(Long.toString(counter.period()));
      arguments.add(Long.toString(counter.day()));
      arguments.add(Long.toString(known.used(counter)));
      arguments.add(Long.toString(known.generation(counter)));
    }
    for (Call call : calls) {
      arguments.add(Integer.toString(call.limits.size()));
      call.limits.forEach(limit -> arguments.add(Integer.toString(place(limit))));
    }
    return arguments;
  }

  /** Among the keys, from 1. */
  private int place(Limit limit) {
    return switch (limit) {
      case RateLimit rate -> buckets.indexOf(rate) + 1;
      case QuotaLimit quota -> buckets.size() + counters.indexOf(quota) + 1;
    };
  }

  private static long number(List<?> answer, int index) {
    return (Long) answer.get(index);
  }
}
