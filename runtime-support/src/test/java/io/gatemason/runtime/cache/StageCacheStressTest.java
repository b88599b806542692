package io.gatemason.runtime.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.LocalState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** Sixteen threads use, fill and flush one cache at the same time. */
class StageCacheStressTest {
  private static final int THREADS = 16;
  private static final int ROUNDS = 3_000;
  private static final int NAMES = 7;

  private final StageCache cache =
      StageCache.open(
          new LocalState(Ticker.system(), LocalLimits.inMemory(Ticker.system())), "api/dev", null);
  private final AtomicIntegerArray asking = new AtomicIntegerArray(NAMES);

  @Test
  void everybodyGetsTheAnswerOfTheNameAndOneAsksForAll() throws InterruptedException {
    cache.limit(1 << 20);
    ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      threads.add(
          Thread.ofPlatform()
              .unstarted(
                  () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                      use((thread + round) % NAMES, round, wrong);
                    }
                  }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), wrong.stream().distinct().toList());
    assertEquals(THREADS * ROUNDS, cache.hits() + cache.misses());
  }

  private void use(int number, int round, ConcurrentLinkedQueue<String> wrong) {
    String name = "name " + number;
    if (round % 100 == 0) {
      cache.flush();
    }
    CachedResponse found = cache.find(name);
    if (found == null) {
      found = ask(number, name, wrong);
    }
    String body = new String(found.body(), StandardCharsets.US_ASCII);
    if (!body.equals(name)) {
      wrong.add(name + " is answered with " + body);
    }
  }

  private CachedResponse ask(int number, String name, ConcurrentLinkedQueue<String> wrong) {
    Flights<CachedResponse>.Flight flight = cache.flights().start(name);
    if (flight == null) {
      try {
        return cache.flights().await(name, Duration.ofSeconds(20)).orElseGet(() -> answer(name));
      } catch (TimeoutException e) {
        wrong.add("nobody brought " + name);
        return answer(name);
      }
    }
    if (asking.incrementAndGet(number) > 1) {
      wrong.add("two asked for " + name);
    }
    long generation = cache.generation();
    CachedResponse answer = answer(name);
    cache.keep(name, answer, Duration.ofMinutes(1), generation);
    asking.decrementAndGet(number);
    flight.land(answer);
    return answer;
  }

  private static CachedResponse answer(String name) {
    return new CachedResponse(200, List.of(), name.getBytes(StandardCharsets.US_ASCII));
  }
}
