package io.gatemason.runtime.server.connection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Connections that always have something to do, and a thread that is new. */
final class TurnsTest {
  private static final int BUSY_PER_CARRIER = 8;
  private static final long REQUEST_NANOS = 50_000;

  @Test
  void newThreadsRunAlthoughConnectionsAreAlwaysBusy() throws InterruptedException {
    Turns turns = new Turns();
    AtomicBoolean end = new AtomicBoolean();
    int many = BUSY_PER_CARRIER * Runtime.getRuntime().availableProcessors();
    CountDownLatch begin = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(many);
    CountDownLatch served = new CountDownLatch(3);
    List<Thread> connections = new ArrayList<>();
    try {
      for (int i = 0; i < many; i++) {
        connections.add(Thread.startVirtualThread(() -> serve(turns, begin, busy, end)));
      }
      // By a virtual thread, so that they stand in the carriers' own queues.
      Thread.startVirtualThread(begin::countDown);
      assertTrue(busy.await(10, TimeUnit.SECONDS));
      for (long left = served.getCount(); left > 0; left--) {
        Thread.startVirtualThread(served::countDown);
      }
      assertTrue(served.await(10, TimeUnit.SECONDS));
    } finally {
      end.set(true);
      for (Thread connection : connections) {
        connection.join();
      }
    }
  }

  private static void serve(
      Turns turns, CountDownLatch begin, CountDownLatch busy, AtomicBoolean end) {
    boolean first = true;
    try {
      begin.await();
      while (!end.get()) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < REQUEST_NANOS) {
          Thread.onSpinWait();
        }
        turns.giveWay(System.nanoTime());
        if (first) {
          busy.countDown();
          first = false;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
