package io.gatemason.runtime.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.transport.BackendClient.PoolState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections to many addresses, as where clients say which host is called. */
@Timeout(30)
final class ConnectionPoolsTest {
  private static final String HI = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  private static BackendAddress address(int port) {
    return HttpEndpoint.of("http://127.0.0.1:" + port).address();
  }

  private static Deadline call() {
    Deadline call =
        new Deadline(
            Ticker.system(),
            new ScheduledThreadPoolExecutor(0),
            10_000,
            Duration.ofSeconds(1),
            ClientLine.HELD);
    call.start();
    return call;
  }

  @Test
  void addressesWithoutConnectionsAreForgotten() throws IOException {
    ConnectionPools pools = new ConnectionPools(2, 10, Ticker.system());
    ConnectionPool used = pools.of(address(1));
    BackendConnection connection = Objects.requireNonNull(used.take(call()));
    ConnectionPool unused = pools.of(address(2));
    pools.sweep();
    assertEquals(1, pools.size());
    assertSame(used, pools.of(address(1)));
    assertNull(unused.take(call()), "a pool that nobody looks after");
    assertNotSame(unused, pools.of(address(2)));
    used.discard(connection);
    pools.sweep();
    assertEquals(0, pools.size());
    assertNull(used.take(call()));
    assertEquals(new PoolState(0, 0, 0), used.state());
  }

  /** Calls come while their address is forgotten. */
  @Test
  void everyCallGetsAConnectionThatIsLookedAfter() throws Exception {
    ConnectionPools pools = new ConnectionPools(4, 10, Ticker.system());
    AtomicBoolean done = new AtomicBoolean();
    Thread sweeper =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    pools.sweep();
                  }
                });
    try {
      for (int i = 0; i < 20_000; i++) {
        ConnectionPool pool = pools.of(address(1));
        BackendConnection taken = pool.take(call());
        while (taken == null) {
          pool = pools.of(address(1));
          taken = pool.take(call());
        }
        assertSame(pool, pools.of(address(1)));
        assertNotNull(taken);
        pool.discard(taken);
      }
    } finally {
      done.set(true);
      sweeper.join();
    }
  }

  @Test
  void idleConnectionsAreBoundedTogetherAndThoseUsedLastKept() throws IOException {
    List<ScriptedBackend> backends = new ArrayList<>();
    try (BackendClientFixture gateway =
        new BackendClientFixture(Map.of("gateway.backend.max-idle-connections", "1"))) {
      for (int i = 0; i < 3; i++) {
        ScriptedBackend backend = ScriptedBackend.canned(HI, false);
        backends.add(backend);
        assertEquals("200 hi", gateway.get(backend, "/first"));
      }
      while (gateway.client.pool().idle() > 1) {
        Thread.onSpinWait();
      }
      assertEquals(new PoolState(0, 1, 0), gateway.client.pool());
      gateway.get(backends.get(2), "/next");
      gateway.get(backends.get(0), "/next");
      assertEquals(List.of(2, 1, 1), backends.stream().map(ScriptedBackend::connections).toList());
    } finally {
      backends.forEach(ScriptedBackend::close);
    }
  }

  @Test
  void negativeNumbersEndTheStart() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new BackendClientFixture(Map.of("gateway.backend.max-idle-connections", "-1")));
  }
}
