package io.gatemason.runtime.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.store.EntryCodec;
import io.gatemason.runtime.store.EntryStore;
import io.gatemason.runtime.store.Limit;
import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.QuotaLimit;
import io.gatemason.runtime.store.RateLimit;
import io.gatemason.runtime.store.StoreUnavailableException;
import io.gatemason.runtime.store.UsageDay;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

class RedisStateTest {
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static RedisFixture redis;

  private final String name = "n" + NAMES.incrementAndGet();
  private final List<RedisState> opened = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    redis = new RedisFixture();
  }

  @AfterAll
  static void stop() throws IOException {
    redis.close();
  }

  @AfterEach
  void close() {
    opened.forEach(RedisState::close);
  }

  @Test
  void severalProcessesShareABucket() {
    LimitStore one = limits(false);
    LimitStore two = limits(false);
    RateLimit limit = new RateLimit(name, 0.001, 3);
    assertTrue(taken(one, limit));
    assertTrue(taken(two, limit));
    assertTrue(taken(one, limit));
    assertFalse(taken(two, limit));
    two.giveBack(limit);
    assertTrue(taken(one, limit));
    assertFalse(taken(one, limit));
  }

  @Test
  void takesOneOfEveryLimitOrOfNone() {
    LimitStore store = limits(false);
    RateLimit wide = new RateLimit(name + "/wide", 0.001, 2);
    QuotaLimit quota = new QuotaLimit(name + "/quota", 1, 100, 101);
    assertEquals(LimitStore.TAKEN, store.take(List.of(wide, quota)));
    assertEquals(1, store.take(List.of(wide, quota)));
    assertTrue(taken(store, wide));
    assertEquals(0, store.take(List.of(wide, quota)));
    assertFalse(taken(store, new RateLimit(name + "/closed", 0, 5)));
  }

  /** A key of a plan with both has one name for both. */
  @Test
  void aBucketAndACounterOfOneNameLiveForThemselves() {
    LimitStore store = limits(false);
    RateLimit rate = new RateLimit(name, 1_000, 10);
    QuotaLimit quota = new QuotaLimit(name, 3, 100, 100);
    for (int i = 0; i < 3; i++) {
      assertEquals(LimitStore.TAKEN, store.take(List.of(rate, quota)));
    }
    assertEquals(1, store.take(List.of(rate, quota)));
    try (RedisLink link = new RedisLink(redis.settings(false))) {
      long seconds = link.ask(client -> client.ttl("{test}:" + name), () -> -1L);
      assertTrue(seconds > 93 * 86_400, () -> "the counter lives for " + seconds + " s");
      long full = link.ask(client -> client.ttl("{test}:bucket/" + name), () -> -1L);
      assertTrue(full > 0 && full <= 61, () -> "the bucket lives for " + full + " s");
    }
  }

  @Test
  void countsQuotasByPeriodAndDay() {
    LimitStore store = limits(false);
    assertTrue(taken(store, new QuotaLimit(name, 3, 100, 100)));
    assertTrue(taken(store, new QuotaLimit(name, 3, 100, 101)));
    assertTrue(taken(store, new QuotaLimit(name, 3, 100, 101)));
    assertFalse(taken(store, new QuotaLimit(name, 3, 100, 101)));
    assertTrue(taken(store, new QuotaLimit(name, 3, 107, 107)));
    assertEquals(
        List.of(new UsageDay(100, 1, 2), new UsageDay(101, 2, 0), new UsageDay(107, 1, 2)),
        store.usage(name));
  }

  @Test
  void clocksThatDifferAtMidnightDoNotBeginThePeriodAnew() {
    LimitStore early = limits(false);
    LimitStore late = limits(false);
    QuotaLimit yesterday = new QuotaLimit(name, 3, 100, 100);
    QuotaLimit today = new QuotaLimit(name, 3, 101, 101);
    assertTrue(taken(late, yesterday));
    assertTrue(taken(late, yesterday));
    assertTrue(taken(early, today));
    assertTrue(taken(late, yesterday));
    assertTrue(taken(early, today));
    assertFalse(taken(late, yesterday));
    assertFalse(taken(late, today));
    assertFalse(taken(early, today));
    assertEquals(List.of(new UsageDay(100, 2, 1), new UsageDay(101, 3, 0)), early.usage(name));
  }

  @Test
  void countsOfAPeriodThatIsOverSayNothingOfTheNext() {
    LocalLimits known = LocalLimits.inMemory(Ticker.system());
    QuotaLimit today = new QuotaLimit(name, 100, 101, 101);
    known.know(today, 5, 0);
    known.know(new QuotaLimit(name, 100, 100, 100), 90, 0);
    assertEquals(5, known.used(today));
  }

  @Test
  void forgetsDaysLongPastHoweverSeldomItIsUsed() {
    LimitStore store = limits(false);
    for (long day : List.of(100, 103, 150, 195, 300)) {
      assertTrue(taken(store, new QuotaLimit(name, 9, day, day)));
      List<Long> days = store.usage(name).stream().map(UsageDay::day).toList();
      assertTrue(days.getFirst() >= day - LimitStore.DAYS_KEPT, days::toString);
    }
    assertEquals(1, store.usage(name).size());
  }

  @Test
  void numbersBeyondAllMeasureAreJudged() {
    LimitStore store = limits(false);
    RateLimit huge = new RateLimit(name + "/huge", 1e9, Long.MAX_VALUE);
    RateLimit slow = new RateLimit(name + "/slow", 1e-12, 1);
    for (int i = 0; i < 3; i++) {
      assertTrue(taken(store, huge));
    }
    assertTrue(taken(store, slow));
    assertFalse(taken(store, slow));
    assertFalse(taken(store, new RateLimit(name + "/none", 5, 0)));
    assertEquals(0, store.take(List.of(new RateLimit(name + "/zero", 0, 5), huge)));
    assertTrue(taken(store, new QuotaLimit(name, Long.MAX_VALUE - 1, 100, 100)));
    assertFalse(taken(store, new QuotaLimit(name + "/0", 0, 100, 100)));
  }

  @Test
  void countsOnWhenRedisForgetsItsScripts() throws InterruptedException {
    LimitStore store = limits(false);
    QuotaLimit quota = new QuotaLimit(name, 150, 100, 100);
    AtomicInteger admitted = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int j = 0; j < 20; j++) {
                      admitted.addAndGet(taken(store, quota) ? 1 : 0);
                    }
                  }));
    }
    try (RedisLink link = new RedisLink(redis.settings(false))) {
      for (int i = 0; i < 50; i++) {
        link.ask(UnifiedJedis::scriptFlush, () -> "");
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(150, admitted.get());
  }

  @Test
  void countsWithoutALimit() {
    LimitStore store = limits(false);
    assertTrue(taken(store, new QuotaLimit(name, QuotaLimit.UNLIMITED, 100, 100)));
    assertTrue(taken(store, new QuotaLimit(name, QuotaLimit.UNLIMITED, 100, 100)));
    assertEquals(List.of(new UsageDay(100, 2, QuotaLimit.UNLIMITED)), store.usage(name));
  }

  /** Around midnight, when clocks that differ ask by the limits of two days. */
  @Test
  void manyAtOnceTakeExactlyWhatThereIs() throws InterruptedException {
    LimitStore store = limits(false);
    RateLimit all = new RateLimit(name + "/all", 0.001, 300);
    AtomicInteger admitted = new AtomicInteger();
    AtomicInteger throttled = new AtomicInteger();
    AtomicInteger exhausted = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      RateLimit own = new RateLimit(name + "/own" + i % 16, 0.001, 25);
      QuotaLimit quota = new QuotaLimit(name, 250, 100, 100 + i % 2);
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int j = 0; j < 20; j++) {
                      switch (store.take(List.of(own, all, quota))) {
                        case LimitStore.TAKEN -> admitted.incrementAndGet();
                        case 0 -> throttled.incrementAndGet();
                        case 2 -> exhausted.incrementAndGet();
                        default -> throw new AssertionError("of 300, 250 can be taken");
                      }
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(250, admitted.get());
    assertEquals(64 * 20 - 250, throttled.get() + exhausted.get());
    assertEquals(250, store.usage(name).stream().mapToLong(UsageDay::used).sum());
    for (int i = 0; i < 50; i++) {
      assertTrue(taken(store, all), "what a quota refuses takes nothing of a throttle");
    }
    assertFalse(taken(store, all));
  }

  @Test
  void whatIsLeftCanBeSetForAllProcesses() {
    LimitStore one = limits(false);
    LimitStore two = limits(false);
    QuotaLimit quota = new QuotaLimit(name, 3, 100, 100);
    while (taken(one, quota)) {
      taken(two, quota);
    }
    one.remaining(quota, 2);
    assertEquals(List.of(new UsageDay(100, 3, 2)), two.usage(name));
    one.remaining(new QuotaLimit(name, 3, 100, 101), 2);
    assertEquals(List.of(new UsageDay(100, 3, 2), new UsageDay(101, 0, 2)), two.usage(name));
    assertTrue(taken(two, quota));
    assertTrue(taken(one, quota));
    assertFalse(taken(two, quota));
  }

  @Test
  void aLateAnswerIsDoneWithoutAndSaysNothingOfRedisWhileOthersAreAnswered() {
    RedisLink link = new RedisLink(redis.settings(false));
    try (link) {
      String answer =
          link.ask(
              client -> {
                link.ask(UnifiedJedis::ping, () -> "");
                throw late();
              },
              () -> "judged here");
      assertEquals("judged here", answer);
      assertTrue(link.reachable());
      assertEquals(
          "judged here",
          link.ask(
              client -> {
                throw late();
              },
              () -> "judged here"));
      assertFalse(link.reachable());
    }
  }

  private static JedisConnectionException late() {
    return new JedisConnectionException(new SocketTimeoutException("late"));
  }

  @Test
  void aRateIsKeptToWithinOnePercent() throws InterruptedException {
    LimitStore one = limits(false);
    LimitStore two = limits(false);
    RateLimit limit = new RateLimit(name, 200, 100);
    AtomicInteger admitted = new AtomicInteger();
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (LimitStore store : List.of(one, two, one, two)) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (System.nanoTime() - start < 3_000_000_000L) {
                      if (taken(store, limit)) {
                        admitted.incrementAndGet();
                      }
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double allowed = 100 + 200 * (System.nanoTime() - start) / 1e9;
    assertTrue(admitted.get() <= allowed + 1, admitted + " of " + allowed);
    assertTrue(admitted.get() >= allowed * 0.95, admitted + " of " + allowed);
  }

  @Test
  void withoutRedisLimitsHoldLocallyFromTheLastKnownCounts() throws IOException {
    LimitStore one = limits(false);
    LimitStore two = limits(false);
    QuotaLimit quota = new QuotaLimit(name, 6, 100, 100);
    RateLimit rate = new RateLimit(name + "/rate", 0.001, 10);
    for (int i = 0; i < 4; i++) {
      assertEquals(LimitStore.TAKEN, one.take(List.of(rate, quota)));
    }
    assertEquals(LimitStore.TAKEN, two.take(List.of(rate, quota)));
    redis.kill();
    long start = System.nanoTime();
    assertEquals(LimitStore.TAKEN, two.take(List.of(rate, quota)));
    assertTrue(System.nanoTime() - start < 1_000_000_000L);
    assertEquals(1, two.take(List.of(rate, quota)), "five were known to be used");
    int left = 0;
    while (taken(two, rate)) {
      left++;
    }
    assertEquals(4, left);
    redis.restart();
    awaitReturn(two);
    awaitReturn(one);
    assertFalse(taken(two, quota), "the highest known count was written back");
    assertFalse(taken(one, quota));
  }

  @Test
  void refusesWithoutRedisIfSettingsSaySo() throws IOException {
    LimitStore store = limits(true);
    RateLimit limit = new RateLimit(name, 10, 10);
    assertTrue(taken(store, limit));
    redis.kill();
    assertThrows(StoreUnavailableException.class, () -> taken(store, limit));
    redis.restart();
    awaitReturn(store);
  }

  @Test
  void entriesAreSharedAndFlushedEverywhere() {
    EntryStore<String> one = entries();
    EntryStore<String> two = entries();
    one.put("a", "first", Duration.ofMinutes(1), one.generation());
    assertEquals("first", two.get("a"));
    two.put("a", "second", Duration.ofMinutes(1), two.generation());
    assertEquals("second", one.get("a"));
    one.remove("a");
    assertNull(two.get("a"));
    long before = one.generation();
    one.put("b", "x", Duration.ofMinutes(1), before);
    two.flush();
    assertNull(one.get("b"));
    one.put("b", "fetched before", Duration.ofMinutes(1), before);
    assertNull(two.get("b"));
    one.put("b", "y", Duration.ofMinutes(1), one.generation());
    assertEquals("y", two.get("b"));
  }

  private void awaitReturn(LimitStore store) {
    long patience = System.nanoTime() + 20_000_000_000L;
    RedisLimits limits = (RedisLimits) store;
    while (!limits.reachable()) {
      assertTrue(System.nanoTime() < patience, "Redis is back and nobody notices");
      Thread.onSpinWait();
    }
  }

  private LimitStore limits(boolean refuse) {
    return state(refuse).limits();
  }

  private EntryStore<String> entries() {
    return state(false)
        .entries(
            name,
            1_000,
            new EntryCodec<String>() {
              @Override
              public int weigh(String entry) {
                return entry.length();
              }

              @Override
              public byte[] encode(String entry) {
                return entry.getBytes(StandardCharsets.UTF_8);
              }

              @Override
              public String decode(byte[] bytes) {
                return new String(bytes, StandardCharsets.UTF_8);
              }
            });
  }

  private RedisState state(boolean refuse) {
    RedisState state =
        RedisState.open(redis.settings(refuse), LocalLimits.inMemory(Ticker.system()));
    opened.add(state);
    return state;
  }

  private static boolean taken(LimitStore store, Limit limit) {
    return store.take(List.of(limit)) == LimitStore.TAKEN;
  }
}
