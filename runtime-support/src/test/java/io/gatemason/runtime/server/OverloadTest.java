package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More requests than there is room for (docs/behaviour/listener.md#overload). */
@Timeout(60)
final class OverloadTest {

  @Test
  void refusesAtOnceWhatIsTooMany() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Semaphore running = new Semaphore(0);
    GatewayServer server =
        TestApi.start(
            Map.of("gateway.listener.concurrency", "4"),
            new TestApi(ApiInfo.of("one", "dev"))
                .method(
                    "GET",
                    "/x",
                    exchange -> {
                      running.release();
                      end.countDown();
                      exchange.answer(200).send();
                    })
                .method(
                    "GET",
                    "/wait",
                    exchange -> {
                      running.release();
                      awaitQuietly(end);
                      exchange.answer(200).send();
                    }));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<RawClient.Reply>> admitted = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        admitted.add(threads.submit(() -> RawClient.get(server.port(), "/dev/wait")));
      }
      running.acquire(4);
      try (RawClient client = new RawClient(server.port())) {
        for (int i = 0; i < 3; i++) {
          client.write(RawClient.head("GET /dev/x"), new byte[0]);
          RawClient.Reply refused = client.read(false);
          assertEquals("503{\"message\":\"Service Unavailable\"}", refused.statusAndText());
          assertEquals("1", refused.header("Retry-After"));
        }
      }
      try (RawClient client = new RawClient(server.port())) {
        client.write(RawClient.head("HEAD /dev/x"), new byte[0]);
        client.write(RawClient.head("GET /ping"), new byte[0]);
        assertEquals(503, client.read(true).status());
        assertEquals(200, client.read(false).status(), "a body behind the answer to HEAD");
      }
      try (Http2Frames client = new Http2Frames(server.port())) {
        client.request(1, "HEAD", "/dev/x");
        Http2Frames.Frame frame = client.next(Http2Frames.HEADERS);
        while (!frame.ends(1)) {
          frame = client.next(Http2Frames.DATA);
          assertEquals(0, frame.payload().length, "a body behind the answer to HEAD");
        }
      }
      end.countDown();
      for (Future<RawClient.Reply> reply : admitted) {
        assertEquals(200, reply.get().status());
      }
      assertEquals(200, RawClient.get(server.port(), "/dev/x").status());
    } finally {
      server.stop();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Five times of what can be served is offered, by clients that do not wait for each other. */
  @Test
  void answersTheAdmittedAsBefore() throws Exception {
    GatewayServer server =
        TestApi.start(
            Map.of("gateway.listener.concurrency", "16"),
            new TestApi(ApiInfo.of("one", "dev"))
                .method(
                    "GET",
                    "/x",
                    exchange -> {
                      LockSupport.parkNanos(50_000_000);
                      exchange.answer(200).send();
                    }));
    List<Long> admitted = new CopyOnWriteArrayList<>();
    List<Integer> others = new CopyOnWriteArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < 80; client++) {
        threads.submit(
            () -> {
              try (RawClient connection = new RawClient(server.port())) {
                for (int i = 0; i < 20; i++) {
                  long begin = System.nanoTime();
                  connection.write(RawClient.head("GET /dev/x"), new byte[0]);
                  int status = connection.read(false).status();
                  if (status == 200) {
                    admitted.add(System.nanoTime() - begin);
                  } else {
                    others.add(status);
                    LockSupport.parkNanos(50_000_000);
                  }
                }
              }
              return null;
            });
      }
    } finally {
      server.stop();
    }
    assertEquals(1_600, admitted.size() + others.size());
    assertTrue(others.stream().allMatch(status -> status == 503), others::toString);
    List<Long> sorted = admitted.stream().sorted().toList();
    long median = sorted.get(sorted.size() / 2);
    assertTrue(median < Duration.ofMillis(400).toNanos(), () -> "median of " + median + " ns");
  }
}
