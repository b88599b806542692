package io.gatemason.runtime.store.redis;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.RateLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;

/** Limits are judged in time by what is known here, however Redis keeps others waiting. */
@Timeout(60)
class RedisDeadlineTest {
  private static final Duration TIMEOUT = Duration.ofMillis(40);
  private static final long MOST_NANOS = 150_000_000;
  private static final long MEDIAN_NANOS = 50_000_000;

  /** One has to do: others have this machine, too. */
  private static final int ROUNDS = 20;

  private static final long PAUSE_MILLIS = 250;
  private static final RateLimit LIMIT = new RateLimit("limit", 1_000_000, 1_000_000);

  private final List<AutoCloseable> opened = new ArrayList<>();

  /** A way in which Redis is slow. */
  enum Slow {
    /** It takes connections, and says nothing. */
    SILENT,
    /** It takes no connections, and does not refuse them either. */
    FULL,
    /** It was quick, and stands still from one moment to the next. */
    PAUSED,
    /** None of the nodes of a cluster says anything. */
    SILENT_CLUSTER,
    /** None of the sentinels says anything. */
    SILENT_SENTINELS
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SILENT,1",
    "SILENT,50",
    "FULL,1",
    "FULL,50",
    "PAUSED,1",
    "PAUSED,50",
    "SILENT_CLUSTER,1",
    "SILENT_CLUSTER,50",
    "SILENT_SENTINELS,1",
    "SILENT_SENTINELS,50"
  })
  void judgesInTime(Slow kind, int callers) throws Exception {
    List<String> waited = new ArrayList<>();
    try (RedisFixture redis = kind == Slow.PAUSED ? new RedisFixture() : null) {
      RedisSettings settings = redis == null ? settings(kind) : settings("", redis.uri());
      for (int i = 0; i < ROUNDS; i++) {
        long[] waits = waits(settings, redis, callers);
        long most = waits[callers - 1];
        long median = waits[callers / 2];
        if (most <= MOST_NANOS && median <= MEDIAN_NANOS) {
          return;
        }
        waited.add("at most " + most / 1_000 + " us, median " + median / 1_000 + " us");
      }
    }
    fail(waited.toString());
  }

  private RedisSettings settings(Slow kind) throws IOException {
    return switch (kind) {
      case FULL -> settings("", full());
      case SILENT_CLUSTER -> settings("", silent(), silent());
      case SILENT_SENTINELS -> settings("main", silent(), silent());
      default -> settings("", silent());
    };
  }

  private static RedisSettings settings(String sentinelMaster, URI... uris) {
    return new RedisSettings(List.of(uris), sentinelMaster, "", TIMEOUT, "test", false);
  }

  /** How long callers wait who ask at once, in order. */
  private static long[] waits(RedisSettings settings, RedisFixture redis, int callers)
      throws InterruptedException {
    long[] waits = new long[callers];
    try (RedisLink link = new RedisLink(settings)) {
      LimitStore limits = new RedisLimits(link, LocalLimits.inMemory(Ticker.system()), "{test}:");
      if (redis != null) {
        link.await(client -> client.ping(), "");
        limits.take(List.of(LIMIT));
        try (Jedis other = new Jedis(redis.uri())) {
          other.clientPause(PAUSE_MILLIS);
        }
      }
      CountDownLatch go = new CountDownLatch(1);
      List<Thread> threads =
          IntStream.range(0, callers)
              .mapToObj(i -> Thread.ofVirtual().start(() -> waits[i] = wait(limits, go)))
              .toList();
      go.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      if (redis != null) {
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    Arrays.sort(waits);
    return waits;
  }

  private static long wait(LimitStore limits, CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    long start = System.nanoTime();
    assertTrue(limits.take(List.of(LIMIT)) == LimitStore.TAKEN);
    return System.nanoTime() - start;
  }

  private URI silent() throws IOException {
    ServerSocket server = listening(1_000);
    Thread.ofVirtual().start(() -> keep(server));
    return uri(server);
  }

  private void keep(ServerSocket server) {
    List<Socket> kept = new ArrayList<>();
    try {
      while (true) {
        kept.add(server.accept());
      }
    } catch (IOException e) {
      kept.forEach(RedisDeadlineTest::end);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody takes the few connections that fit into its queue; further ones are not answered. */
  private URI full() throws IOException {
    ServerSocket server = listening(1);
    while (true) {
      Socket socket = new Socket();
      opened.add(socket);
      try {
        socket.connect(server.getLocalSocketAddress(), 200);
      } catch (SocketTimeoutException e) {
        return uri(server);
      }
    }
  }

  private ServerSocket listening(int backlog) throws IOException {
    ServerSocket server = new ServerSocket();
    opened.add(server);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), backlog);
    return server;
  }

  private static URI uri(ServerSocket server) {
    return URI.create("redis://127.0.0.1:" + server.getLocalPort());
  }
}
