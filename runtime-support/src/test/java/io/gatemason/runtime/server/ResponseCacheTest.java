package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.cache.CacheKey;
import io.gatemason.runtime.cache.ResponseCache;
import io.gatemason.runtime.cache.StageCaches;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.stage.MethodSettings;
import io.gatemason.runtime.stage.StageSettings;
import io.gatemason.runtime.store.EntryCodec;
import io.gatemason.runtime.store.EntryStore;
import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.LocalState;
import io.gatemason.runtime.store.Ownership;
import io.gatemason.runtime.store.StateStore;
import io.gatemason.runtime.store.VirtualTicker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseCacheTest {
  private final VirtualTicker ticker = new VirtualTicker();
  private final State state = new State(ticker);
  private final StageCaches caches = new StageCaches(state, null, 64 << 20);
  private final AtomicInteger calls = new AtomicInteger();
  private StageSettings settings =
      StageSettings.NONE
          .cache(1 << 24)
          .methods("*", "*", MethodSettings.NONE.caching(true).cacheSeconds(60));
  private GatewayServer server;

  /** Kept, streamed, failed or answered for several at once: no request holds memory any more. */
  @AfterEach
  void stop() {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (server.bytesInFlight() != 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertEquals(0, server.bytesInFlight());
    server.stop();
  }

  @Test
  void answersAgainUntilTheTimeIsOver() throws IOException {
    start((exchange, call) -> exchange.answer(200).header("X-Call", "" + call).send());
    String first = get();
    assertTrue(first.contains("X-Call=[1]"), first);
    assertTrue(get().contains("X-Call=[1]"));
    ticker.advance(Duration.ofSeconds(61));
    assertTrue(get().contains("X-Call=[2]"));
  }

  @Test
  void keepsStreamsUpToOneMebibyte() throws IOException {
    start(
        (exchange, call) -> {
          int size = exchange.queryParameter("size").isEmpty() ? 300_000 : 1_048_577;
          exchange.proxyAnswer(200).send(Payload.of(stream(size), -1));
        });
    assertTrue(get().endsWith("x".repeat(300_000)));
    assertTrue(get().endsWith("x".repeat(300_000)));
    assertEquals(1, calls.get());
    get("/n?size=large");
    get("/n?size=large");
    assertEquals(3, calls.get());
  }

  @Test
  void keepsNeitherErrorsNorWhatTheGatewayAnswersItself() throws IOException {
    start(
        (exchange, call) -> {
          if (exchange.queryParameter("fail").isEmpty()) {
            exchange.answer(404).send();
          } else {
            throw GatewayFailure.integrationTimeout();
          }
        });
    get();
    get();
    get("/n?fail=1");
    get("/n?fail=1");
    assertEquals(4, calls.get());
  }

  @Test
  void oneRequestAsksForAllThatMissAtTheSameTime() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    start(
        (exchange, call) -> {
          asked.countDown();
          await(answer);
          exchange.answer(200).body("text/plain", "call " + call).send();
        });
    List<CompletableFuture<String>> replies = new ArrayList<>();
    replies.add(CompletableFuture.supplyAsync(this::unchecked));
    await(asked);
    for (int i = 0; i < 7; i++) {
      replies.add(CompletableFuture.supplyAsync(this::unchecked, Thread::startVirtualThread));
    }
    answer.countDown();
    for (CompletableFuture<String> reply : replies) {
      assertTrue(reply.get().endsWith("call 1"));
    }
    assertEquals(1, calls.get());
  }

  @Test
  void renewsOnlyForThoseWhoMay() throws IOException {
    start((exchange, call) -> exchange.answer(200).body("text/plain", "call " + call).send());
    get();
    String ignored = get("/n", "Cache-Control: no-store, max-age=0");
    assertTrue(ignored.endsWith("call 1") && ignored.contains("Warning=[199 "), ignored);
    assertFalse(get().contains("Warning"));
    String renewed = get("/n", "Cache-Control: max-age=0", "X-May: yes");
    assertTrue(renewed.endsWith("call 2"), renewed);
    assertTrue(get().endsWith("call 2"));
  }

  @Test
  void theStrategyDecidesOnThoseWhoMayNot() throws IOException {
    settings = settings.renewal(true, "FAIL_WITH_403");
    start((exchange, call) -> exchange.answer(200).send());
    assertTrue(get("/n", "Cache-Control: max-age=0").startsWith("HTTP/1.1 403"));
    assertEquals(0, calls.get());
  }

  @Test
  void forgetsEverythingWhenItIsFlushed() throws IOException {
    start((exchange, call) -> exchange.answer(200).send());
    get();
    caches.find("api", "dev").orElseThrow().flush();
    get();
    assertEquals(2, calls.get());
  }

  @Test
  void anotherSizeBeginsAnEmptyCacheAlsoByWayOfNone() throws IOException {
    start((exchange, call) -> exchange.answer(200).send());
    get();
    get();
    assertEquals(1, calls.get());
    StageSettings before = settings;
    resize(before.cache(0));
    assertTrue(caches.find("api", "dev").isEmpty());
    resize(before);
    get();
    get();
    assertEquals(2, calls.get());
    resize(before);
    get();
    assertEquals(2, calls.get(), "the same size changes nothing");
    resize(before.cache(1 << 23));
    get();
    assertEquals(3, calls.get());
  }

  @Test
  void sizesThatDoNotTakeEffectEmptyNothing() throws IOException {
    start((exchange, call) -> exchange.answer(200).send());
    get();
    caches.of(stage(settings.cache(1 << 23)), MethodInfo.of("GET", "/n"));
    caches.forget();
    get();
    assertEquals(1, calls.get());
    caches.find("api", "dev").orElseThrow().flush();
    get();
    assertEquals(2, calls.get(), "the cache that is found is the one that serves");
  }

  /** Another request brings the entry after this one has missed it, and before it asks. */
  @Test
  void looksAgainBeforeItAsks() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    start(
        (exchange, call) -> {
          asked.countDown();
          await(answer);
          exchange.answer(200).body("text/plain", "call " + call).send();
        });
    CompletableFuture<String> first = CompletableFuture.supplyAsync(this::unchecked);
    await(asked);
    state.afterMiss =
        () -> {
          state.afterMiss = () -> {};
          answer.countDown();
          first.join();
        };
    assertTrue(get().endsWith("call 1"));
    assertEquals(1, calls.get());
    assertEquals(2, caches.find("api", "dev").orElseThrow().misses());
  }

  private void resize(StageSettings changed) {
    caches.of(stage(changed), MethodInfo.of("GET", "/n"));
    caches.commit();
  }

  private static ApiInfo stage(StageSettings settings) {
    return ApiInfo.builder("api", "dev").settings(settings).build();
  }

  private void start(BiConsumer<Exchange, Integer> backend) {
    ApiInfo stage = stage(settings);
    ResponseCache cache = caches.of(stage, MethodInfo.of("GET", "/n"));
    caches.commit();
    server =
        TestApi.start(
            new TestApi(stage)
                .method(
                    "GET",
                    "/n",
                    exchange -> {
                      exchange.context().invalidation(() -> !exchange.header("X-May").isEmpty());
                      CacheKey key = CacheKey.of("/n", "GET").add(exchange.queryParameters("size"));
                      if (!cache.answers(exchange, key)) {
                        backend.accept(exchange, calls.incrementAndGet());
                      }
                    }));
  }

  private String get() throws IOException {
    return get("/n");
  }

  private String get(String path, String... headers) throws IOException {
    RawClient.Reply reply = RawClient.get(server.port(), "/dev" + path, headers);
    return "HTTP/1.1 " + reply.status() + " " + reply.headers() + reply.text();
  }

  private String unchecked() {
    try {
      return get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ByteArrayInputStream stream(int size) {
    return new ByteArrayInputStream("x".repeat(size).getBytes(StandardCharsets.US_ASCII));
  }

  /** The state of one process, where something may happen while a request misses an entry. */
  private static final class State implements StateStore {
    volatile Runnable afterMiss = () -> {};
    private final LocalState local;

    State(VirtualTicker ticker) {
      local = new LocalState(ticker, LocalLimits.inMemory(ticker));
    }

    @Override
    public boolean isLocal() {
      return true;
    }

    @Override
    public LimitStore limits() {
      return local.limits();
    }

    @Override
    public <V> EntryStore<V> entries(String name, long maximumBytes, EntryCodec<V> codec) {
      return new Entries<>(local.entries(name, maximumBytes, codec));
    }

    @Override
    public Ownership ownership(String name) {
      return local.ownership(name);
    }

    @Override
    public void close() {
      local.close();
    }

    private final class Entries<V> implements EntryStore<V> {
      private final EntryStore<V> entries;

      Entries(EntryStore<V> entries) {
        this.entries = entries;
      }

      @Override
      public @Nullable V get(String name) {
        V found = entries.get(name);
        if (found == null) {
          afterMiss.run();
        }
        return found;
      }

      @Override
      public long generation() {
        return entries.generation();
      }

      @Override
      public void put(String name, V entry, Duration timeToLive, long generation) {
        entries.put(name, entry, timeToLive, generation);
      }

      @Override
      public void remove(String name) {
        entries.remove(name);
      }

      @Override
      public void limit(long maximumBytes) {
        entries.limit(maximumBytes);
      }

      @Override
      public void flush() {
        entries.flush();
      }
    }
  }
}
