package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five times of what a gateway can serve, offered by clients that come whether others are answered
 * or not. How long answers take is judged in the long form only, on a machine that is quiet.
 */
@Timeout(60)
final class OpenLoopTest {
  private static final int SECONDS = Integer.getInteger("gatemason.open-loop-seconds", 0);
  private static final Duration WORK = Duration.ofMillis(50);
  private static final String CONCURRENCY = "64";
  private static final int PER_SECOND = 6_400;

  private final Queue<RawClient> idle = new ConcurrentLinkedQueue<>();

  /** How long requests took from the moment in which they should have been sent. */
  private final Queue<Long> admitted = new ConcurrentLinkedQueue<>();

  private final Queue<Long> refused = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  /** The gateway under load. */
  public static void main(String[] args) {
    GatewayProcess.tellPort(
        TestApi.start(
            Map.of("gateway.listener.concurrency", CONCURRENCY),
            new TestApi(ApiInfo.of("one", "dev"))
                .method(
                    "GET",
                    "/x",
                    exchange -> {
                      LockSupport.parkNanos(WORK.toNanos());
                      exchange.answer(200).send();
                    })));
  }

  @Test
  void answersTheAdmittedInTimeAndRefusesTheOthersAtOnce() throws Exception {
    Path log = folder.resolve("gateway.log");
    try (GatewayProcess gateway = GatewayProcess.start(OpenLoopTest.class, log)) {
      offer(gateway.port(), Duration.ofSeconds(Math.max(1, SECONDS / 3)));
      admitted.clear();
      refused.clear();
      Duration length = Duration.ofSeconds(Math.max(1, SECONDS));
      offer(gateway.port(), length);
      long sent = length.toSeconds() * PER_SECOND;
      assertEquals(sent, admitted.size() + refused.size());
      assertTrue(refused.size() > sent / 2, () -> refused.size() + " refused");
      String found =
          "%d admitted, p99 %d ms; %d refused, p50 %d ms, p99 %d ms"
              .formatted(
                  admitted.size(),
                  millis(admitted, 0.99),
                  refused.size(),
                  millis(refused, 0.5),
                  millis(refused, 0.99));
      if (SECONDS > 0) {
        System.out.println(found);
        assertTrue(millis(admitted, 0.99) <= 3 * WORK.toMillis(), found);
        assertTrue(millis(refused, 0.99) <= 20, found);
      }
    } finally {
      for (RawClient client : idle) {
        client.close();
      }
    }
  }

  private void offer(int port, Duration length) {
    long begun = System.nanoTime();
    long requests = length.toSeconds() * PER_SECOND;
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < requests; i++) {
        long due = begun + i * Duration.ofSeconds(1).toNanos() / PER_SECOND;
        while (System.nanoTime() - due < 0) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        clients.submit(() -> request(port, due));
      }
    }
  }

  private Void request(int port, long due) throws IOException {
    RawClient known = idle.poll();
    RawClient client = known == null ? new RawClient(port) : known;
    client.write(RawClient.head("GET /dev/x"), new byte[0]);
    int status = client.read(false).status();
    (status == 200 ? admitted : refused).add(System.nanoTime() - due);
    idle.add(client);
    return null;
  }

  private static long millis(Queue<Long> nanos, double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int index = (int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()));
    return Duration.ofNanos(sorted.get(index)).toMillis();
  }
}
