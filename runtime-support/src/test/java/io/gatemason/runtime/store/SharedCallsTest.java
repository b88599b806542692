package io.gatemason.runtime.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedCallsTest {

  @Test
  void answersManyWithOneCall() throws Exception {
    SharedCalls<Integer> calls = new SharedCalls<>();
    AtomicInteger made = new AtomicInteger();
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> results = new ArrayList<>();
      results.add(
          threads.submit(
              () ->
                  calls.get(
                      "k",
                      () -> {
                        started.countDown();
                        await(waiting);
                        return made.incrementAndGet();
                      })));
      started.await();
      CountDownLatch asked = new CountDownLatch(99);
      for (int i = 1; i < 100; i++) {
        results.add(
            threads.submit(
                () -> {
                  asked.countDown();
                  return calls.get("k", made::incrementAndGet);
                }));
      }
      asked.await();
      waiting.countDown();
      for (Future<Integer> result : results) {
        assertTrue(result.get() >= 1);
      }
    }
    assertTrue(made.get() <= 100);
    assertEquals(made.get() + 1, calls.get("k", made::incrementAndGet));
  }

  @Test
  void throwsWhatTheCallThrowsAndMakesTheNextOne() {
    SharedCalls<String> calls = new SharedCalls<>();
    IllegalStateException failure = new IllegalStateException("down");
    assertEquals(
        failure,
        assertThrows(
            IllegalStateException.class,
            () ->
                calls.get(
                    "k",
                    () -> {
                      throw failure;
                    })));
    assertEquals("up", calls.get("k", () -> "up"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
