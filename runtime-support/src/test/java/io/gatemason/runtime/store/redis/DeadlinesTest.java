package io.gatemason.runtime.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.clock.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeadlinesTest {
  private static final int THREADS = 20;
  private static final int WAITS = 200;

  @Test
  void interruptsWhoeverWaitsTooLongAndLeavesNothingOfIt() throws InterruptedException {
    AtomicInteger late = new AtomicInteger();
    AtomicInteger left = new AtomicInteger();
    try (Deadlines deadlines = new Deadlines(Duration.ofMillis(2), Ticker.system())) {
      List<Thread> threads =
          IntStream.range(0, THREADS)
              .mapToObj(i -> Thread.ofVirtual().start(() -> wait(deadlines, late, left)))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertTrue(late.get() >= THREADS, late + " were interrupted");
    assertEquals(0, left.get(), "whoever is done has not been interrupted");
  }

  /** Most are done when they are due, a few microseconds before or after. */
  private static void wait(Deadlines deadlines, AtomicInteger late, AtomicInteger left) {
    for (int i = 0; i < WAITS; i++) {
      Deadlines.Wait wait = deadlines.begin();
      LockSupport.parkNanos(i == 0 ? Duration.ofSeconds(20).toNanos() : 2_000_000);
      late.addAndGet(wait.end() ? 1 : 0);
      left.addAndGet(wait.end() || Thread.interrupted() ? 1 : 0);
    }
  }
}
