package io.gatemason.runtime.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.failure.GatewayFailure;
import io.gatemason.runtime.payload.Payload;
import io.gatemason.runtime.transport.BackendClient.PoolState;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What must not harm other calls, and bounds of what a backend or a request may be. */
@Timeout(20)
final class ConnectionPoolTest {
  private static final String HI = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  /** The alarm may come when the end of the body has been read, or the client may hang up. */
  @Test
  void doesNotKeepAConnectionThatWasClosedInTheLastMoment() throws IOException {
    try (ScriptedBackend backend = ScriptedBackend.canned(HI, false)) {
      BackendAddress address = HttpEndpoint.of(backend.url()).address();
      ConnectionPool pool = new ConnectionPool(address, 1, Ticker.system());
      BackendConnection first = Objects.requireNonNull(pool.take(call()));
      try (Resolver resolver = new Resolver(InetAddress::getAllByName, Ticker.system())) {
        first.connect(resolver, BackendTls.acceptingAnyIssuer(null), 5_000);
      }
      assertTrue(first.usable());
      first.close();
      assertFalse(first.usable());
      pool.giveBack(first);
      assertEquals(new PoolState(0, 0, 0), pool.state());
      assertFalse(Objects.requireNonNull(pool.take(call())).usable());
      assertEquals(new PoolState(1, 0, 0), pool.state());
      pool.close();
    }
  }

  private static Deadline call() {
    ScheduledExecutorService none = new ScheduledThreadPoolExecutor(0);
    Duration second = Duration.ofSeconds(1);
    Deadline call = new Deadline(Ticker.system(), none, 1_000, second, ClientLine.HELD);
    call.start();
    return call;
  }

  @Test
  void aCallThatWaitsForAConnectionEndsWhenItsClientHangsUp() throws Exception {
    Map<String, String> settings = Map.of("gateway.backend.max-connections-per-host", "1");
    try (ScriptedBackend backend = ScriptedBackend.canned(HI, false);
        BackendClientFixture narrow = new BackendClientFixture(settings);
        BackendReply held = narrow.client.send(address(backend), request("GET", "/first"))) {
      AtomicBoolean gone = new AtomicBoolean();
      FutureTask<BackendException> waiting =
          new FutureTask<>(
              () ->
                  assertThrows(
                      BackendException.class,
                      () ->
                          narrow.client.send(
                              address(backend),
                              new BackendRequest(
                                  "GET", "/gone", new HeaderFields(), null, 15_000, gone::get))));
      Thread caller = Thread.ofVirtual().start(waiting);
      while (narrow.client.pool().waiting() == 0) {
        Thread.onSpinWait();
      }
      gone.set(true);
      assertTrue(waiting.get(5, TimeUnit.SECONDS).clientIsGone());
      caller.join();
      assertEquals(new PoolState(1, 0, 0), narrow.client.pool());
      assertEquals("hi", new String(held.body().readAllBytes(), StandardCharsets.US_ASCII));
      assertEquals("200 second", narrow.get(backend, "/next"));
      assertEquals(1, backend.connections());
    }
  }

  @Test
  void aClosedClientMakesNoCalls() throws IOException {
    String begun = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi";
    try (ScriptedBackend backend = ScriptedBackend.canned(HI, false);
        ScriptedBackend slow = ScriptedBackend.canned(begun, false);
        BackendClientFixture gateway = new BackendClientFixture()) {
      assertEquals("200 hi", gateway.get(backend, "/first"));
      try (BackendReply reply = gateway.client.send(address(slow), request("GET", "/first"))) {
        gateway.client.close();
        assertThrows(BackendException.class, () -> reply.body().readAllBytes());
      }
      assertEquals("UNREACHABLE", gateway.get(backend, "/first"));
      assertEquals("UNREACHABLE", gateway.get(backend, "/first", 100));
      try (ScriptedBackend other = ScriptedBackend.canned(HI, false)) {
        assertEquals("UNREACHABLE", gateway.get(other, "/first"));
      }
      assertEquals(0, gateway.client.pool().active());
    }
  }

  @Test
  void aFaultOfOneClientsConnectionLeavesTheTimeOfOthersRunning() throws IOException {
    ClientLine broken =
        () -> {
          throw new IllegalStateException("reading the client failed");
        };
    try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.Connection::holdOpen);
        BackendClientFixture gateway = new BackendClientFixture()) {
      BackendRequest request =
          new BackendRequest("GET", "/", new HeaderFields(), null, 10_000, broken);
      BackendException abandoned =
          assertThrows(
              BackendException.class, () -> gateway.client.send(address(backend), request));
      assertTrue(abandoned.clientIsGone());
      assertEquals("TIMEOUT", gateway.get(backend, "/", 500));
    }
  }

  @Test
  void nothingThatSplitsARequestIsSent() {
    try (ScriptedBackend backend = ScriptedBackend.canned(HI, false);
        BackendClientFixture gateway = new BackendClientFixture()) {
      for (String evil : new String[] {"a\r\nb: c", "a\nb", "a\rb", "a\0b"}) {
        refuses(gateway, backend, request("GET", "/" + evil));
        refuses(gateway, backend, request(evil, "/"));
        refuses(gateway, backend, with(evil, "x"));
        refuses(gateway, backend, with("x", evil));
      }
      for (String name : new String[] {"", "a b", "a:b", "content-length ", "t\u010d"}) {
        refuses(gateway, backend, with(name, "x"));
      }
      refuses(gateway, backend, request("GET", "/a b"));
      refuses(gateway, backend, request("", "/"));
      refuses(gateway, backend, request("GET", ""));
      assertEquals(0, backend.connections());
    }
  }

  private static void refuses(
      BackendClientFixture gateway, ScriptedBackend backend, BackendRequest request) {
    assertThrows(GatewayFailure.class, () -> gateway.client.send(address(backend), request));
  }

  @Test
  void headsAreBoundedHoweverTheyAreFolded() {
    String folded = "HTTP/1.1 200 OK\r\nX: a" + "\r\n b".repeat(100_000) + "\r\n\r\n";
    String wide = "HTTP/1.1 200 OK" + ("\r\nX: " + "v".repeat(60_000)).repeat(5) + "\r\n\r\n";
    String interim = "HTTP/1.1 102 Processing\r\n\r\n".repeat(2_000) + HI;
    for (String answer : new String[] {folded, wide, interim}) {
      try (ScriptedBackend backend = ScriptedBackend.canned(answer, false);
          BackendClientFixture gateway = new BackendClientFixture()) {
        assertEquals("BROKEN", gateway.get(backend, "/first"));
        assertEquals(new PoolState(0, 0, 0), gateway.client.pool());
      }
    }
  }

  @Test
  void aBodyIsNeverLongerThanItWasSaidToBe() {
    try (ScriptedBackend backend = ScriptedBackend.canned(HI, false);
        BackendClientFixture gateway = new BackendClientFixture()) {
      Payload longer = Payload.of(new ByteArrayInputStream(new byte[100_000]), 5);
      assertEquals("200 second", gateway.send(backend, "POST", "/", longer, 5_000));
      assertTrue(backend.requests().getFirst().endsWith("\r\n\r\n\0\0\0\0\0"));
      assertEquals("200 second", gateway.get(backend, "/"));
      assertEquals(1, backend.connections());
    }
  }

  @Test
  void aClientThatCannotBeAskedIsNotTheBackendsFault() {
    InputStream broken =
        new ByteArrayInputStream(new byte[10]) {
          @Override
          public synchronized int available() {
            throw new UncheckedIOException(new IOException("client gone"));
          }
        };
    InputStream checked =
        new FilterInputStream(broken) {
          @Override
          public int available() throws IOException {
            throw new IOException("client gone");
          }
        };
    try (ScriptedBackend backend = ScriptedBackend.canned(HI, false);
        BackendClientFixture gateway = new BackendClientFixture()) {
      for (InputStream body : new InputStream[] {broken, checked}) {
        Payload payload = Payload.of(body, 20);
        assertThrows(
            UncheckedIOException.class, () -> gateway.send(backend, "POST", "/", payload, 5_000));
        assertEquals(new PoolState(0, 0, 0), gateway.client.pool());
      }
    }
  }

  private static BackendAddress address(ScriptedBackend backend) {
    return HttpEndpoint.of(backend.url()).address();
  }

  private static BackendRequest request(String method, String target) {
    return new BackendRequest(method, target, new HeaderFields(), null, 5_000, ClientLine.HELD);
  }

  private static BackendRequest with(String name, String value) {
    HeaderFields headers = new HeaderFields();
    headers.add(name, value);
    return new BackendRequest("GET", "/", headers, null, 5_000, ClientLine.HELD);
  }
}
