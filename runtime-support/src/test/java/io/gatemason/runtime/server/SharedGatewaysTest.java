package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.store.redis.RedisFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes of one service over a real Redis. {@code -Dgatemason.shared-seconds=30} is the
 * long form.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedGatewaysTest {
  private static final int SECONDS = Integer.getInteger("gatemason.shared-seconds", 3);
  private static final int THREADS = 16;

  /** Where four processes have just begun nobody has a processor to spare for Redis. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  @TempDir static Path folder;
  private static final List<GatewayProcess> GATEWAYS = new ArrayList<>();
  private static RedisFixture redis;
  private static HttpClient client;

  private record Answered(int status, long nanos, long at) {}

  @BeforeAll
  static void start() throws Exception {
    redis = new RedisFixture();
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<Thread> starts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Path log = folder.resolve("gateway-" + i + ".log");
      starts.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      GatewayProcess started =
                          GatewayProcess.start(
                              log,
                              "-Dgateway.store.redis.uri=" + redis.uri(),
                              "-Dgateway.store.timeout=" + PATIENCE);
                      synchronized (GATEWAYS) {
                        GATEWAYS.add(started);
                      }
                    } catch (IOException e) {
                      throw new IllegalStateException(e);
                    }
                  }));
    }
    for (Thread each : starts) {
      each.join();
    }
    assertEquals(3, GATEWAYS.size());
  }

  @AfterAll
  static void stop() throws IOException {
    for (GatewayProcess gateway : GATEWAYS) {
      gateway.close();
    }
    client.close();
    redis.close();
  }

  @Test
  @Order(1)
  void admitExactlyTheQuota() throws InterruptedException {
    AtomicInteger admitted = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    threads(
        thread -> {
          for (int i = 0; i < GatewayProcess.QUOTA / THREADS + 20; i++) {
            int status = get("/counted", GatewayProcess.COUNTED, thread + i).status();
            (status == 200 ? admitted : refused).incrementAndGet();
            assertTrue(status == 200 || status == 429, "status " + status);
          }
        });
    assertEquals(GatewayProcess.QUOTA, admitted.get());
    assertTrue(refused.get() > 0);
  }

  @Test
  @Order(2)
  void admitTheRateOfOneProcess() throws InterruptedException {
    ConcurrentLinkedQueue<Answered> answers = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(SECONDS);
    threads(
        thread -> {
          for (int i = thread; System.nanoTime() < end; i++) {
            answers.add(get("/limited", GatewayProcess.FAST, i));
          }
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    long admitted = answers.stream().filter(answer -> answer.status() == 200).count();
    double allowed = GatewayProcess.BURST + GatewayProcess.RATE * seconds;
    double tolerance = SECONDS >= 30 ? 0.01 : 0.05;
    System.out.printf(
        "three processes admitted %d of %.1f allowed in %.1f s (%d asked)%n",
        admitted, allowed, seconds, answers.size());
    assertTrue(admitted <= allowed * 1.01 + 1, admitted + " of " + allowed);
    assertTrue(admitted >= allowed * (1 - tolerance) - 1, admitted + " of " + allowed);
  }

  @Test
  @Order(3)
  void shareTheCacheAndItsFlush() throws Exception {
    String first = body("/cached", 0);
    assertEquals(first, body("/cached", 1));
    assertEquals(first, body("/cached", 2));
    HttpRequest flush =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + GATEWAYS.get(2).managementPort()
                        + "/cache/flush?api=shop&stage=dev"))
            .header("X-Requested-By", "test")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertEquals(202, client.send(flush, HttpResponse.BodyHandlers.ofString()).statusCode());
    String second = body("/cached", 0);
    assertNotEquals(first, second);
    assertEquals(second, body("/cached", 1));
    assertEquals(second, body("/cached", 2));
  }

  @Test
  @Order(4)
  void goOnWithoutRedisAndComeBackToIt() throws Exception {
    ConcurrentLinkedQueue<Answered> answers = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    long second = TimeUnit.SECONDS.toNanos(1);
    int before = Math.max(1, SECONDS / 3);
    Thread load =
        Thread.ofVirtual()
            .start(
                () ->
                    threadsUnchecked(
                        thread -> {
                          long end = start + (before * 3L + 3) * second;
                          for (int i = thread; System.nanoTime() < end; i++) {
                            answers.add(get(path(i), GatewayProcess.FAST, i));
                            pause();
                          }
                        }));
    await(start + before * second);
    redis.kill();
    long killed = System.nanoTime();
    await(killed + before * second);
    redis.restart();
    long restarted = System.nanoTime();
    load.join();
    assertEquals(0, answers.stream().filter(answer -> answer.status() >= 500).count());
    System.out.printf(
        "p99 with Redis %.1f ms, while it is away %.1f ms, when it is back %.1f ms%n",
        p99(answers, start, killed),
        p99(answers, killed + second / 2, restarted),
        p99(answers, restarted + second, Long.MAX_VALUE));
    double calm = Math.max(SECONDS >= 30 ? 50 : 250, 3 * p99(answers, start, killed));
    assertTrue(p99(answers, killed + second / 2, restarted) < calm);
    assertTrue(p99(answers, restarted + second, Long.MAX_VALUE) < calm);
    for (int i = 0; i < 3; i++) {
      assertEquals(
          429, get("/counted", GatewayProcess.COUNTED, i).status(), "counts are written back");
    }
    String cached = body("/cached", 0);
    assertEquals(cached, body("/cached", 1));
  }

  private static String path(int i) {
    return i % 2 == 0 ? "/limited" : "/cached";
  }

  /** Milliseconds of the answers that began in a span. */
  private static double p99(Iterable<Answered> answers, long from, long to) {
    List<Long> nanos = new ArrayList<>();
    answers.forEach(
        answer -> {
          if (answer.at() >= from && answer.at() < to) {
            nanos.add(answer.nanos());
          }
        });
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    assertTrue(sorted.length > 20, () -> "only " + Arrays.toString(sorted));
    return sorted[sorted.length * 99 / 100] / 1e6;
  }

  private static Answered get(String path, String key, int gateway) {
    long start = System.nanoTime();
    HttpRequest request =
        request(path, gateway).header("x-api-key", key).timeout(Duration.ofSeconds(20)).build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return new Answered(status, System.nanoTime() - start, start);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String body(String path, int gateway) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request(path, gateway).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode());
    return response.body();
  }

  private static HttpRequest.Builder request(String path, int gateway) {
    int port = GATEWAYS.get(Math.floorMod(gateway, GATEWAYS.size())).port();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/dev" + path));
  }

  private interface Work {
    void run(int thread);
  }

  private static void threads(Work work) throws InterruptedException {
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      threads.add(Thread.ofVirtual().unstarted(() -> work.run(number)));
      threads.get(i).setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), List.copyOf(failures));
  }

  private static void threadsUnchecked(Work work) {
    try {
      threads(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
  }
}
