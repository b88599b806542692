package io.gatemason.runtime.store.redis;

import io.gatemason.runtime.store.Limit;
import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.QuotaLimit;
import io.gatemason.runtime.store.RateLimit;
import io.gatemason.runtime.store.UsageDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redis.clients.jedis.UnifiedJedis;

/**
 * Limits that several processes share. All limits of a request are judged in one round trip, by the
 * clock of Redis. This process remembers what it was told: it judges by that while Redis is away,
 * and writes the counts of quotas back if Redis returns without them.
 */
final class RedisLimits implements LimitStore {
  private static final RedisScript TAKE = RedisScript.read("take.lua");
  private static final RedisScript GIVE_BACK = RedisScript.read("give-back.lua");
  private static final RedisScript SET_USED = RedisScript.read("set-used.lua");

  /** The first refuses, so that nothing is taken. */
  private static final List<Limit> CLOSED =
      List.of(new RateLimit("", 0, 0), new QuotaLimit("", 0, 0, 0));

  private final RedisLink link;
  private final LocalLimits known;
  private final String prefix;

  RedisLimits(RedisLink link, LocalLimits known, String prefix) {
    this.link = link;
    this.known = known;
    this.prefix = prefix;
  }

  /** Tries the way, so that the first request waits neither for a connection nor for classes. */
  void greet() {
    link.await(client -> take(client, CLOSED), 0);
  }

  @Override
  public int take(List<? extends Limit> limits) {
    if (limits.isEmpty()) {
      return TAKEN;
    }
    return link.ask(client -> take(client, limits), () -> known.take(limits));
  }

  private int take(UnifiedJedis client, List<? extends Limit> limits) {
    List<String> keys = new ArrayList<>(limits.size());
    List<String> arguments = new ArrayList<>();
    arguments.add("");
    int buckets = 0;
    for (Limit limit : limits) {
      keys.add(key(limit));
      switch (limit) {
        case RateLimit rate -> {
          buckets++;
          arguments.add(Double.toString(rate.ratePerSecond()));
          arguments.add(Long.toString(rate.burst()));
        }
        case QuotaLimit quota -> {
          arguments.add(Long.toString(quota.limit()));
          arguments.add(Long.toString(quota.period()));
          arguments.add(Long.toString(quota.day()));
          arguments.add(Long.toString(known.used(quota)));
          arguments.add(Long.toString(known.generation(quota)));
        }
      }
    }
    arguments.set(0, Integer.toString(buckets));
    List<?> answer = (List<?>) RedisLink.run(client, TAKE, keys, arguments);
    remember(limits, answer);
    return (int) number(answer, 0);
  }

  private void remember(List<? extends Limit> limits, List<?> answer) {
    int bucket = 3;
    for (Limit limit : limits) {
      switch (limit) {
        case RateLimit rate -> known.level(rate, number(answer, bucket++));
        case QuotaLimit quota -> known.know(quota, number(answer, 1), number(answer, 2));
      }
    }
  }

  @Override
  public void giveBack(RateLimit limit) {
    link.askIfPossible(
        client ->
            RedisLink.run(
                client,
                GIVE_BACK,
                List.of(key(limit)),
                List.of(Double.toString(limit.ratePerSecond()))),
        false);
  }

  @Override
  public List<UsageDay> usage(String name) {
    return link.ask(client -> rows(client.hgetAll(prefix + name)), () -> known.usage(name));
  }

  private static List<UsageDay> rows(Map<String, String> counter) {
    Map<Long, UsageDay> rows = new TreeMap<>();
    counter.forEach(
        (field, value) -> {
          if (field.startsWith("left") && field.length() > 4) {
            long day = Long.parseLong(field.substring(4));
            String used = counter.getOrDefault("used" + day, "0");
            rows.put(day, new UsageDay(day, Long.parseLong(used), Long.parseLong(value)));
          }
        });
    return List.copyOf(rows.values());
  }

  @Override
  public void remaining(QuotaLimit quota, long remaining) {
    link.ask(
        client -> {
          List<String> arguments =
              List.of(
                  Long.toString(quota.limit() - remaining),
                  Long.toString(quota.period()),
                  Long.toString(quota.day()),
                  Long.toString(remaining));
          return RedisLink.run(client, SET_USED, List.of(key(quota)), arguments);
        },
        () -> {
          known.remaining(quota, remaining);
          return false;
        });
  }

  /** A bucket and a counter of one name are two: a bucket is forgotten as soon as it is full. */
  private String key(Limit limit) {
    return switch (limit) {
      case RateLimit rate -> prefix + "bucket/" + rate.name();
      case QuotaLimit quota -> prefix + quota.name();
    };
  }

  @Override
  public void close() {
    known.close();
  }

  /** Whether Redis answers, as far as is known. */
  boolean reachable() {
    return link.reachable();
  }

  private static long number(List<?> answer, int index) {
    return (Long) answer.get(index);
  }
}
