package io.gatemason.runtime.store.redis;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.store.StoreUnavailableException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * The way to Redis, which may be down: then nobody waits for it, and a thread looks whether it is
 * back. A call has the time of the settings for all that it waits for, connections and repetitions
 * among them. One that takes longer while others are answered does without, and says nothing of
 * Redis. Safe for concurrent use.
 */
final class RedisLink implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RedisLink.class.getName());
  private static final long PROBE_MILLIS = 100;

  private final RedisSettings settings;
  private final Deadlines deadlines;
  private final ReentrantLock opening = new ReentrantLock();
  private final AtomicBoolean down = new AtomicBoolean();
  private final AtomicInteger answers = new AtomicInteger();
  private volatile @Nullable UnifiedJedis client;
  private volatile boolean closed;

  RedisLink(RedisSettings settings) {
    this.settings = settings;
    this.deadlines = new Deadlines(settings.timeout(), Ticker.system());
  }

  /**
   * What {@code call} gets from Redis, or {@code otherwise} gives while Redis cannot be reached.
   *
   * @throws StoreUnavailableException while it cannot be reached, if settings say so
   */
  <T> T ask(Function<UnifiedJedis, T> call, Supplier<T> otherwise) {
    if (!down.get()) {
      int before = answers.get();
      try {
        return answerInTime(call);
      } catch (JedisException e) {
        failed(e, before);
      }
    }
    if (settings.refuse()) {
      throw new StoreUnavailableException("shared state cannot be reached");
    }
    return otherwise.get();
  }

  /** As {@link #ask}, for what can be done without in any case. */
  <T> T askIfPossible(Function<UnifiedJedis, T> call, T otherwise) {
    return tryOr(() -> answerInTime(call), otherwise);
  }

  /** As {@link #askIfPossible}, for what no request waits for: {@code call} may take its time. */
  <T> T await(Function<UnifiedJedis, T> call, T otherwise) {
    return tryOr(() -> answer(call), otherwise);
  }

  private <T> T tryOr(Supplier<T> call, T otherwise) {
    if (down.get()) {
      return otherwise;
    }
    int before = answers.get();
    try {
      return call.get();
    } catch (JedisException e) {
      failed(e, before);
      return otherwise;
    }
  }

  /** Whether Redis answers, as far as is known. */
  boolean reachable() {
    return !down.get();
  }

  /** What a script returns; it is sent once, and then named by its digest. */
  static Object run(
      UnifiedJedis client, RedisScript script, List<String> keys, List<String> arguments) {
    try {
      return client.evalsha(script.digest(), keys, arguments);
    } catch (JedisNoScriptException e) {
      return client.eval(script.text(), keys, arguments);
    }
  }

  /** As {@link #run(UnifiedJedis, RedisScript, List, List)}, for what is not text. */
  static Object run(UnifiedJedis client, RedisScript script, byte[] key, List<byte[]> arguments) {
    List<byte[]> keys = List.of(key);
    try {
      return client.evalsha(script.digestBytes(), keys, arguments);
    } catch (JedisNoScriptException e) {
      return client.eval(script.bytes(), keys, arguments);
    }
  }

  @Override
  public void close() {
    closed = true;
    deadlines.close();
    UnifiedJedis open = client;
    if (open != null) {
      open.close();
    }
  }

  /** Jedis bounds each of its steps, but not all of them together. */
  private <T> T answerInTime(Function<UnifiedJedis, T> call) {
    Deadlines.Wait wait = deadlines.begin();
    try {
      return answer(call);
    } catch (JedisException e) {
      throw wait.end() ? new JedisConnectionException(new SocketTimeoutException("too late")) : e;
    } finally {
      wait.end();
    }
  }

  /** A connection that Redis closed while nobody used it says nothing about Redis. */
  private <T> T answer(Function<UnifiedJedis, T> call) {
    UnifiedJedis used = client();
    T answer;
    try {
      answer = call.apply(used);
    } catch (JedisConnectionException e) {
      if (isLate(e) || closed || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      forget(used);
      answer = call.apply(client());
    }
    answers.incrementAndGet();
    return answer;
  }

  private static boolean isLate(JedisException failure) {
    return failure.getCause() instanceof SocketTimeoutException;
  }

  private void forget(UnifiedJedis used) {
    lock();
    try {
      if (client == used) {
        client = null;
        used.close();
      }
    } finally {
      opening.unlock();
    }
  }

  /** Connections from before may be dead without knowing it, and there may be many. */
  private void startAfresh() {
    UnifiedJedis used = client;
    if (used != null) {
      forget(used);
    }
  }

  /** Clients of clusters and sentinels connect when they are made. */
  private UnifiedJedis client() {
    UnifiedJedis open = client;
    if (open != null) {
      return open;
    }
    lock();
    try {
      UnifiedJedis made = client;
      if (made == null) {
        made = RedisClients.open(settings);
        client = made;
      }
      return made;
    } finally {
      opening.unlock();
    }
  }

  /** Whoever opens a client may take longer than others wait. */
  private void lock() {
    try {
      opening.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JedisException("interrupted", e);
    }
  }

  /**
   * A call has failed.
   *
   * @param before how many calls had been answered when it began
   */
  private void failed(JedisException reason, int before) {
    boolean ownDoing = Thread.currentThread().isInterrupted();
    if (ownDoing || (isLate(reason) && answers.get() != before)) {
      LOG.log(System.Logger.Level.DEBUG, "Redis was late for one call", reason);
    } else {
      lost(reason);
    }
  }

  private void lost(JedisException reason) {
    if (!closed && down.compareAndSet(false, true)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Redis at {0} cannot be reached: {1}; until it is back, {2}",
          settings.addresses(),
          reason.getMessage(),
          settings.refuse()
              ? "requests with limits are refused"
              : "limits hold for this process alone");
      Thread.ofVirtual().name("gatemason-redis-probe").start(this::awaitReturn);
    }
  }

  private void awaitReturn() {
    while (!closed) {
      try {
        Thread.sleep(PROBE_MILLIS);
        client().ping();
        down.set(false);
        LOG.log(System.Logger.Level.INFO, "Redis at {0} is back", settings.addresses());
        return;
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.DEBUG, "Redis is not back yet", e);
        startAfresh();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
