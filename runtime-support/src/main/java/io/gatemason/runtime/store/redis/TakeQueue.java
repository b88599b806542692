package io.gatemason.runtime.store.redis;

import io.gatemason.runtime.store.Limit;
import io.gatemason.runtime.store.LocalLimits;
import io.gatemason.runtime.store.redis.TakeBatch.Call;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Requests whose limits Redis is to judge. Those that come while others are on their way are judged
 * together, in one round trip that the first of them makes. Safe for concurrent use.
 */
final class TakeQueue {
  /** So many round trips at once: while Redis judges one batch, another is on its way. */
  private static final int MOST_BATCHES = 2;

  /** Bounds how long Redis is busy with a batch, and others wait. */
  private static final int MOST_CALLS = 64;

  /** What a call is told that is to make the round trip. */
  private static final int GO = Integer.MIN_VALUE;

  private final LocalLimits known;
  private final String prefix;
  private final long timeoutNanos;

  /** Guarded by this. */
  private final Deque<Call> waiting = new ArrayDeque<>();

  /** Guarded by this. */
  private int batches;

  TakeQueue(LocalLimits known, String prefix, Duration timeout) {
    this.known = known;
    this.prefix = prefix;
    this.timeoutNanos = timeout.toNanos();
  }

  /**
   * As {@link io.gatemason.runtime.store.LimitStore#take}.
   *
   * @throws JedisException if Redis does not judge, in time
   */
  int take(UnifiedJedis client, List<? extends Limit> limits) {
    Call call = new Call(limits);
    if (enter(call)) {
      return judge(client, call);
    }
    try {
      int told = call.get(timeoutNanos, TimeUnit.NANOSECONDS);
      return told == GO ? judge(client, new Call(limits)) : told;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof JedisException failure ? failure : new JedisException(e);
    } catch (TimeoutException e) {
      return leave(call, "Redis had no time for a request");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return leave(call, "interrupted");
    }
  }

  private static JedisException late(String why) {
    return new JedisConnectionException(new SocketTimeoutException(why));
  }

  /** Whether the call may go at once; otherwise it waits. */
  private synchronized boolean enter(Call call) {
    if (batches < MOST_BATCHES) {
      batches++;
      return true;
    }
    waiting.add(call);
    return false;
  }

  /**
   * Nobody waits for the call any more; a verdict that came at the last moment holds. If it was
   * told to go, another one goes.
   */
  private int leave(Call call, String why) {
    if (!call.cancel(false) && !call.isCompletedExceptionally()) {
      int told = call.join();
      if (told != GO) {
        return told;
      }
      next();
    }
    throw late(why);
  }

  private int judge(UnifiedJedis client, Call first) {
    TakeBatch batch = new TakeBatch(prefix);
    try {
      gather(batch, first);
      batch.judge(client, known);
      return first.getNow(GO);
    } catch (RuntimeException e) {
      // Those that wait are not given up: judged here all at once, they would be too many.
      batch.calls().forEach(call -> call.completeExceptionally(e));
      throw e;
    } finally {
      next();
    }
  }

  /** Those that nobody waits for any more are left out: they would be counted here and there. */
  private synchronized void gather(TakeBatch batch, Call first) {
    batch.join(first);
    for (Call call = waiting.peek(); call != null; call = waiting.peek()) {
      if (batch.calls().size() == MOST_CALLS || (!call.isDone() && !batch.join(call))) {
        return;
      }
      waiting.remove();
    }
  }

  /** A round trip is over; the first that waits makes the next. */
  private void next() {
    for (Call call = poll(); call != null; call = poll()) {
      if (call.complete(GO)) {
        return;
      }
    }
  }

  private synchronized @Nullable Call poll() {
    Call first = waiting.poll();
    if (first == null) {
      batches--;
    }
    return first;
  }
}
