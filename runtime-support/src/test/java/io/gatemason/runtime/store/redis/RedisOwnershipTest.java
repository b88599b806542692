package io.gatemason.runtime.store.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.store.Owner;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What processes own, in a real Redis. */
@Timeout(60)
class RedisOwnershipTest {
  private static final byte[] BEQUEST = {1, 2, 3};

  private final BlockingQueue<Heir> heirs = new LinkedBlockingQueue<>();

  /** A process that is given something, and is not done with it before it may. */
  private final class Heir implements Owner {
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private byte[] given = {};

    @Override
    public byte[] asked(String name, byte[] question) {
      return question;
    }

    @Override
    public void inherited(String name, byte[] bequest) {
      given = bequest;
      heirs.add(this);
      try {
        mayEnd.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      ended.countDown();
    }

    @Override
    public void disinherited(Set<String> names) {
      throw new AssertionError("everybody beats");
    }
  }

  @Test
  void bequeathesAgainWhatAHeirWasNotDoneWith() throws Exception {
    Map<Heir, RedisOwnership> processes = new HashMap<>();
    try (RedisFixture redis = new RedisFixture();
        RedisLink link = new RedisLink(redis.settings(false))) {
      RedisOwnership dead = new RedisOwnership(link, "test/", Ticker.system());
      dead.begin(new Heir());
      dead.own("name", () -> BEQUEST);
      for (int i = 0; i < 2; i++) {
        Heir heir = new Heir();
        RedisOwnership process = new RedisOwnership(link, "test/", Ticker.system());
        process.begin(heir);
        processes.put(heir, process);
      }
      dead.close();

      Heir first = next();
      assertArrayEquals(BEQUEST, first.given);
      assertNull(processes.get(first).ask("name", new byte[0]), "it has ended for everybody");
      processes.get(first).close();
      Heir second = next();
      assertNotEquals(first, second);
      assertArrayEquals(BEQUEST, second.given);
      second.mayEnd.countDown();
      second.ended.await();
      first.mayEnd.countDown();

      RedisOwnership last = new RedisOwnership(link, "test/", Ticker.system());
      Heir third = new Heir();
      last.begin(third);
      processes.get(second).close();
      assertNull(heirs.poll(8, TimeUnit.SECONDS), "what is done is nobody's business any more");
      assertEquals(0, third.given.length);
      last.close();
    }
  }

  private Heir next() throws InterruptedException {
    Heir heir = heirs.poll(20, TimeUnit.SECONDS);
    assertNotNull(heir, "nobody inherits");
    return heir;
  }
}
