package io.gatemason.runtime.store.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.store.LimitStore;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** What becomes of those who wait for a round trip. */
@Timeout(20)
final class TakeQueueTest {
  private static final List<RateLimit> LIMITS = List.of(new RateLimit("n", 1, 1));

  private final LocalLimits known = LocalLimits.inMemory(Ticker.system());
  private final TakeQueue queue = new TakeQueue(known, "p:", Duration.ofSeconds(10));

  /** Answers when it may, and says that all limits had one left. */
  private static final class SlowRedis extends UnifiedJedis {
    final Semaphore asked = new Semaphore(0);
    final Semaphore answers = new Semaphore(0);
    final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

    SlowRedis() {
      super(null, null, RedisProtocol.RESP3, null);
    }

    @Override
    public Object evalsha(String digest, List<String> keys, List<String> arguments) {
      int requests = (arguments.size() - 4) / 2;
      sizes.add(requests);
      asked.release();
      answers.acquireUninterruptibly();
      List<Object> answer = new ArrayList<>(Collections.nCopies(requests, -1L));
      answer.add(5L);
      return answer;
    }
  }

  @Test
  void whoHasGivenUpIsNotCounted() throws Exception {
    SlowRedis redis = new SlowRedis();
    FutureTask<Integer> one = started(redis);
    FutureTask<Integer> two = started(redis);
    redis.asked.acquire(2);
    FutureTask<Integer> waiting = new FutureTask<>(() -> queue.take(redis, LIMITS));
    Thread waiter = Thread.ofPlatform().start(waiting);
    while (waiter.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    Thread.currentThread().interrupt();
    assertThrows(JedisException.class, () -> queue.take(redis, LIMITS));
    assertEquals(true, Thread.interrupted());
    redis.answers.release(3);
    for (FutureTask<Integer> each : List.of(one, two, waiting)) {
      assertEquals(LimitStore.TAKEN, each.get());
    }
    assertEquals(List.of(1, 1, 1), redis.sizes);
  }

  @Test
  void aFaultLeavesNobodyWaiting() {
    for (int i = 0; i < 5; i++) {
      assertThrows(NullPointerException.class, () -> queue.take(null, LIMITS));
    }
    SlowRedis redis = new SlowRedis();
    redis.answers.release();
    assertEquals(LimitStore.TAKEN, queue.take(redis, LIMITS));
  }

  private FutureTask<Integer> started(UnifiedJedis redis) {
    FutureTask<Integer> task = new FutureTask<>(() -> queue.take(redis, LIMITS));
    Thread.ofPlatform().start(task);
    return task;
  }
}
