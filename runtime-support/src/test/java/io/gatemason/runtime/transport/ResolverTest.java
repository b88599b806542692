package io.gatemason.runtime.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.clock.Ticker;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service of names that is slow holds nobody longer than he wants to wait. */
@Timeout(20)
final class ResolverTest {
  private static final String HOST = "backend.test";
  private static final int CALLS = 200;
  private static final int LONG = 10_000;

  private final CountDownLatch known = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();

  private InetAddress[] slowly(String host) throws UnknownHostException {
    asked.incrementAndGet();
    try {
      known.await();
    } catch (InterruptedException e) {
      throw new UnknownHostException(host);
    }
    return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {10, 0, 0, 1})};
  }

  @Test
  void waitsNoLongerThanItMay() {
    try (Resolver resolver = new Resolver(this::slowly, Ticker.system())) {
      long begun = System.nanoTime();
      assertThrows(SocketTimeoutException.class, () -> resolver.find(HOST, 120, () -> false));
      long millis = (System.nanoTime() - begun) / 1_000_000;
      assertTrue(millis >= 120 && millis < LONG / 2, millis + " ms");
    }
  }

  @Test
  void endsWhenNobodyWaits() throws Exception {
    AtomicBoolean gone = new AtomicBoolean();
    try (Resolver resolver = new Resolver(this::slowly, Ticker.system());
        ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<IOException> end =
          caller.submit(
              () ->
                  assertThrows(
                      InterruptedIOException.class, () -> resolver.find(HOST, LONG, gone::get)));
      while (asked.get() == 0) {
        Thread.onSpinWait();
      }
      gone.set(true);
      assertEquals(InterruptedIOException.class, end.get().getClass());
    }
  }

  @Test
  void asksOnceForAllThatWait() throws Exception {
    try (Resolver resolver = new Resolver(this::slowly, Ticker.system());
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<InetAddress[]>> found = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        found.add(callers.submit(() -> resolver.find(HOST, LONG, () -> false)));
      }
      while (asked.get() == 0) {
        Thread.onSpinWait();
      }
      assertThrows(SocketTimeoutException.class, () -> resolver.find(HOST, 60, () -> false));
      assertEquals(1, asked.get());
      known.countDown();
      InetAddress[] first = found.getFirst().get();
      for (Future<InetAddress[]> each : found) {
        assertArrayEquals(first, each.get());
      }
      assertArrayEquals(first, resolver.find(HOST, LONG, () -> false));
      assertTrue(asked.get() > 1, "what was found is not kept here");
    }
  }

  @Test
  void saysThatThereIsNone() {
    Resolver.Lookup none =
        host -> {
          throw new UnknownHostException(host);
        };
    try (Resolver resolver = new Resolver(none, Ticker.system())) {
      IOException failure =
          assertThrows(IOException.class, () -> resolver.find(HOST, LONG, () -> false));
      assertInstanceOf(UnknownHostException.class, failure.getCause());
    }
  }
}
