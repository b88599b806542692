package io.gatemason.runtime.server.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DeadlineTest {
  private static final Deadline.Owner SILENT = new Deadline.Owner() {};

  @Test
  void leavesAWaitAloneThatEndsInTime() {
    Deadline deadline = new Deadline(SILENT);
    deadline.arm(Wait.HEAD, 1, 10);
    deadline.sweep(9);
    deadline.disarm();
    deadline.sweep(100);
    assertFalse(Thread.interrupted());
  }

  @Test
  void interruptsAWaitThatIsTooLong() {
    Deadline deadline = new Deadline(SILENT);
    deadline.arm(Wait.HEAD, 1, 10);
    deadline.sweep(10);
    assertTrue(Thread.currentThread().isInterrupted());
    assertThrows(DeadlinePassedException.class, deadline::disarm);
    assertFalse(Thread.currentThread().isInterrupted());
    deadline.arm(Wait.BODY, 20, 30);
    deadline.disarm();
  }

  @Test
  void letsItsOwnerProlongAWait() {
    Deadline deadline =
        new Deadline(
            new Deadline.Owner() {
              @Override
              public long prolonged(Wait wait, long now) {
                return wait == Wait.IDLE && now < 50 ? now + 20 : 0;
              }
            });
    deadline.arm(Wait.IDLE, 1, 10);
    deadline.sweep(10);
    deadline.sweep(29);
    deadline.sweep(45);
    assertFalse(Thread.currentThread().isInterrupted());
    deadline.sweep(65);
    assertThrows(DeadlinePassedException.class, deadline::disarm);
  }

  @Test
  void cutsOnlyWhatIsMeantAndHasLastedLongEnough() {
    Deadline deadline = new Deadline(SILENT);
    deadline.arm(Wait.IDLE, 10, 1_000);
    deadline.cut(Wait.FIRST, 100, 0);
    deadline.cut(Wait.IDLE, 100, 91);
    assertFalse(Thread.currentThread().isInterrupted());
    deadline.cut(Wait.IDLE, 100, 90);
    assertThrows(DeadlinePassedException.class, deadline::disarm);
  }

  @Test
  void saysLastWordsBeforeItCutsAndWaitsForThemNotForEver() throws InterruptedException {
    CountDownLatch said = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Deadline deadline =
        new Deadline(
            new Deadline.Owner() {
              @Override
              public @Nullable Runnable lastWords(Wait wait) {
                return () -> {
                  said.countDown();
                  awaitQuietly(end);
                };
              }
            });
    deadline.arm(Wait.HEAD, 1, 10);
    deadline.sweep(10);
    said.await();
    assertFalse(Thread.currentThread().isInterrupted());
    deadline.sweep(2_000_000_000L);
    assertThrows(DeadlinePassedException.class, deadline::disarm);
    end.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits end when their deadlines do, over and over: no interrupt may reach what comes after. */
  @Test
  void anInterruptNeverLandsAfterTheWait() throws InterruptedException {
    long origin = System.nanoTime() - 1;
    AtomicInteger cut = new AtomicInteger();
    AtomicInteger inTime = new AtomicInteger();
    AtomicInteger strays = new AtomicInteger();
    AtomicLong seeds = new AtomicLong(20_261_128);
    List<Deadline> deadlines = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Deadline deadline = new Deadline(SILENT);
      deadlines.add(deadline);
      threads.add(
          Thread.ofVirtual()
              .unstarted(
                  () -> {
                    SplittableRandom random = new SplittableRandom(seeds.incrementAndGet());
                    for (int round = 0; round < 400; round++) {
                      long now = System.nanoTime() - origin;
                      long length = random.nextLong(10_000, 400_000);
                      deadline.arm(Wait.HEAD, now, now + length);
                      LockSupport.parkNanos(length + random.nextLong(-50_000, 50_000));
                      try {
                        deadline.disarm();
                        inTime.incrementAndGet();
                      } catch (DeadlinePassedException e) {
                        cut.incrementAndGet();
                      }
                      LockSupport.parkNanos(random.nextLong(20_000));
                      strays.addAndGet(Thread.interrupted() ? 1 : 0);
                    }
                  }));
    }
    Thread sweeper =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    long now = System.nanoTime() - origin;
                    deadlines.forEach(deadline -> deadline.sweep(now));
                  }
                });
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    sweeper.interrupt();
    assertEquals(0, strays.get());
    assertEquals(20_000, cut.get() + inTime.get());
    assertTrue(cut.get() > 100 && inTime.get() > 100, cut + " cut, " + inTime + " in time");
  }
}
