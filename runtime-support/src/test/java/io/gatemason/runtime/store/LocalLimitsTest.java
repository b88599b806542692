package io.gatemason.runtime.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalLimitsTest {
  private final VirtualTicker ticker = new VirtualTicker();
  private final LocalLimits limits = LocalLimits.inMemory(ticker);

  @Test
  void aBucketStartsFullAndFillsAtItsRate() {
    RateLimit limit = new RateLimit("b", 1, 2);
    assertTrue(taken(limit));
    ticker.advance(Duration.ofMillis(100));
    assertTrue(taken(limit));
    ticker.advance(Duration.ofMillis(100));
    assertFalse(taken(limit));
    ticker.advance(Duration.ofMillis(800));
    assertTrue(taken(limit));
    ticker.advance(Duration.ofMillis(500));
    assertFalse(taken(limit));
  }

  @ParameterizedTest
  @CsvSource({"0.5,3", "1.25,1", "7.3,5", "100,20", "333.333,1", "10000,5000"})
  void admitsBurstAndRateTimesTimeToWithinOnePercent(double rate, long burst) {
    RateLimit limit = new RateLimit("b", rate, burst);
    long seconds = Math.max(30, (long) (2_000 / rate));
    Duration step = Duration.ofNanos((long) (1e9 / rate / 250.7));
    long admitted = 0;
    for (long at = 0; at < Duration.ofSeconds(seconds).toNanos(); at += step.toNanos()) {
      while (taken(limit)) {
        admitted++;
      }
      ticker.advance(step);
    }
    double allowed = burst + rate * seconds;
    assertTrue(admitted <= allowed + 1, admitted + " of " + allowed);
    assertTrue(admitted >= allowed * 0.99, admitted + " of " + allowed);
  }

  @Test
  void aRateOrBurstOfZeroRefusesEverything() {
    assertFalse(taken(new RateLimit("rate", 0, 5)));
    assertFalse(taken(new RateLimit("burst", 5, 0)));
  }

  @Test
  void namesTheFirstLimitThatRefusesAndGivesBackWhatTheOthersGave() {
    RateLimit wide = new RateLimit("wide", 0.001, 2);
    RateLimit narrow = new RateLimit("narrow", 0.001, 1);
    assertEquals(LimitStore.TAKEN, limits.take(List.of(wide, narrow)));
    assertEquals(1, limits.take(List.of(wide, narrow)));
    assertTrue(taken(wide), "what the narrow one refused was given back");
    assertEquals(0, limits.take(List.of(wide, narrow)));
  }

  @Test
  void whatAQuotaRefusesCostsNoTokens() {
    RateLimit rate = new RateLimit("rate", 0.001, 2);
    QuotaLimit quota = new QuotaLimit("quota", 1, 100, 100);
    assertEquals(LimitStore.TAKEN, limits.take(List.of(rate, quota)));
    assertEquals(1, limits.take(List.of(rate, quota)));
    assertTrue(taken(rate));
  }

  @Test
  void aQuotaBeginsAnewWithItsPeriodAndIsCountedByDay() {
    QuotaLimit monday = new QuotaLimit("q", 3, 100, 100);
    QuotaLimit tuesday = new QuotaLimit("q", 3, 100, 101);
    QuotaLimit nextMonday = new QuotaLimit("q", 3, 107, 107);
    assertTrue(taken(monday));
    assertTrue(taken(monday));
    assertTrue(taken(tuesday));
    assertFalse(taken(tuesday));
    assertTrue(taken(nextMonday));
    assertEquals(
        List.of(new UsageDay(100, 2, 1), new UsageDay(101, 1, 0), new UsageDay(107, 1, 2)),
        limits.usage("q"));
  }

  @Test
  void whatIsLeftOfAQuotaCanBeSet() {
    QuotaLimit quota = new QuotaLimit("q", 3, 100, 100);
    taken(quota);
    limits.remaining(quota, 1);
    assertTrue(taken(quota));
    assertFalse(taken(quota));
    limits.remaining(quota, 10);
    assertTrue(taken(quota));
    assertEquals(List.of(new UsageDay(100, 3, 9)), limits.usage("q"));
    limits.remaining(new QuotaLimit("q", 3, 100, 101), 2);
    assertEquals(
        List.of(new UsageDay(100, 3, 9), new UsageDay(101, 0, 2)),
        limits.usage("q"),
        "what is left is shown before it is used");
  }

  @Test
  void changedNumbersTakeEffectAtOnce() {
    taken(new RateLimit("b", 0.001, 1));
    RateLimit raised = new RateLimit("b", 1_000, 10);
    assertFalse(taken(raised), "an empty bucket stays empty");
    ticker.advance(Duration.ofMillis(5));
    for (int i = 0; i < 5; i++) {
      assertTrue(taken(raised));
    }
    assertFalse(taken(raised));
  }

  @Test
  void quotasSurviveInAFile(@TempDir Path folder) {
    UsageFile file = new UsageFile(folder.resolve("usage.json"));
    QuotaLimit quota = new QuotaLimit("q", 3, 100, 101);
    try (LocalLimits before = LocalLimits.inFile(ticker, file)) {
      before.take(List.of(new QuotaLimit("q", 3, 100, 100)));
      before.take(List.of(quota));
    }
    try (LocalLimits after = LocalLimits.inFile(ticker, file)) {
      assertEquals(List.of(new UsageDay(100, 1, 2), new UsageDay(101, 1, 1)), after.usage("q"));
      assertEquals(LimitStore.TAKEN, after.take(List.of(quota)));
      assertEquals(0, after.take(List.of(quota)));
    }
  }

  @Test
  void theFileIsWrittenWhenSomethingHasChanged(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("usage.json");
    QuotaLimit quota = new QuotaLimit("q", 1, 100, 100);
    try (LocalLimits counted = LocalLimits.inFile(ticker, new UsageFile(path))) {
      counted.save();
      assertFalse(Files.exists(path), "nothing was counted");
      assertEquals(LimitStore.TAKEN, counted.take(List.of(quota)));
      counted.save();
      Files.delete(path);
      counted.take(List.of(quota));
      counted.save();
      assertFalse(Files.exists(path), "what was refused is not counted");
      counted.remaining(quota, 5);
      counted.save();
      assertTrue(Files.exists(path));
    }
  }

  @Test
  void whatCouldNotBeWrittenIsWrittenLater(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing");
    Path path = missing.resolve("usage.json");
    LocalLimits counted = LocalLimits.inFile(ticker, new UsageFile(path));
    counted.take(List.of(new QuotaLimit("q", 1, 100, 100)));
    assertThrows(UncheckedIOException.class, counted::save);
    Files.createDirectory(missing);
    counted.close();
    assertTrue(Files.exists(path));
  }

  @Test
  void sixteenThreadsLoseNothingAndGainNothing() throws InterruptedException {
    List<Limit> demands =
        List.of(
            new RateLimit("bucket", 1e-6, 40_000),
            new RateLimit("narrower", 1e-6, 30_000),
            new QuotaLimit("quota", 20_000, 100, 100));
    AtomicInteger admitted = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> threads =
        java.util.stream.IntStream.range(0, 16)
            .mapToObj(
                i ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              await(go);
                              for (int call = 0; call < 4_000; call++) {
                                if (limits.take(demands) == LimitStore.TAKEN) {
                                  admitted.incrementAndGet();
                                }
                              }
                            }))
            .toList();
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(20_000, admitted.get());
    for (int i = 0; i < 10_000; i++) {
      assertTrue(taken(demands.get(1)), "refused requests cost nothing");
    }
    assertFalse(taken(demands.get(1)));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean taken(Limit limit) {
    return limits.take(List.of(limit)) == LimitStore.TAKEN;
  }
}
