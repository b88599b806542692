package io.gatemason.runtime.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.client.ClientLine;
import io.gatemason.runtime.payload.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections: how long they are waited for, when they are used again, and how they end. */
@Timeout(20)
final class BackendConnectionTest {
  private static final String HI = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
  private static final String HEAD_OF_LONG_BODY =
      "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";

  private final BackendClientFixture gateway = new BackendClientFixture();

  @AfterEach
  void closeGateway() {
    gateway.close();
  }

  @Test
  void usesOneConnectionForRequestsInTurn() {
    try (ScriptedBackend backend = ScriptedBackend.canned(HI, false)) {
      for (int i = 0; i < 20; i++) {
        assertEquals("200 hi", gateway.get(backend, "/first"));
      }
      assertEquals(1, backend.connections());
    }
  }

  /** Who knows how long a body is does not read on, and who wants none does not read at all. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 70_000})
  void usesAConnectionAgainWhoseAnswerWasReadByItsLength(int length) throws IOException {
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length);
    try (ScriptedBackend backend = ScriptedBackend.canned(answer, false)) {
      for (int i = 0; i < 3; i++) {
        assertEquals(length, gateway.lengthOf(backend, "/first"));
      }
      assertEquals(1, backend.connections());
    }
  }

  @Test
  void timesOutWhenNothingComes() {
    try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.Connection::holdOpen)) {
      assertEquals("TIMEOUT", gateway.get(backend, "/", 100));
    }
  }

  @Test
  void timesOutWhenTheHeadTrickles() {
    try (ScriptedBackend backend = trickling("", "HTTP/1.1 200 OK\r\nX: " + "v".repeat(500))) {
      assertEquals("TIMEOUT", gateway.get(backend, "/", 200));
    }
  }

  @Test
  void timesOutWhenTheBodyTrickles() {
    try (ScriptedBackend backend = trickling(HEAD_OF_LONG_BODY, "v".repeat(500))) {
      assertEquals("TIMEOUT", gateway.get(backend, "/", 200));
    }
  }

  @Test
  void timesOutWhenInterimAnswersGoOnForEver() {
    try (ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              connection.readRequest();
              while (!connection.pause(10)) {
                connection.send("HTTP/1.1 102 Processing\r\n\r\n");
              }
            })) {
      assertEquals("TIMEOUT", gateway.get(backend, "/", 200));
    }
  }

  @Test
  void timesOutWhenTheRequestIsNotRead() {
    try (ScriptedBackend backend = new ScriptedBackend(connection -> connection.pause(15_000))) {
      Payload body = Payload.of(new byte[20_000_000]);
      assertEquals("TIMEOUT", gateway.send(backend, "POST", "/", body, 300));
    }
  }

  @Test
  void timesOutWhileWaitingForAConnectionFromThePool() throws Exception {
    Map<String, String> settings = Map.of("gateway.backend.max-connections-per-host", "1");
    try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.Connection::holdOpen);
        BackendClientFixture narrow = new BackendClientFixture(settings)) {
      List<String> results = inParallel(2, () -> narrow.get(backend, "/", 300));
      assertEquals(List.of("TIMEOUT", "TIMEOUT"), results);
    }
  }

  /** The alarm of a call may come between having a connection and opening it. */
  @Test
  void timesOutWhileTheConnectionIsMade() throws Exception {
    Map<String, String> settings = Map.of("gateway.backend.max-connections-per-host", "1");
    try (ScriptedBackend backend = new ScriptedBackend(ScriptedBackend.Connection::holdOpen);
        BackendClientFixture narrow = new BackendClientFixture(settings)) {
      for (int i = 0; i < 200; i++) {
        List<String> results = inParallel(16, () -> narrow.get(backend, "/", 5));
        assertEquals(Collections.nCopies(16, "TIMEOUT"), results);
      }
    }
  }

  @Test
  void timeOfASlowClientDoesNotCount() throws IOException {
    try (ScriptedBackend backend = ScriptedBackend.canned(longAnswer(), false);
        BackendReply reply = open(backend, 400)) {
      InputStream body = reply.body();
      assertTrue(body.read() >= 0);
      reply.countReadsOnly();
      CountDownLatch never = new CountDownLatch(1);
      assertFalse(awaitBriefly(never, 600));
      assertEquals(999_999, body.readAllBytes().length);
    }
  }

  @Test
  void reportsARefusedConnectionAsUnreachable() throws IOException {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }
    BackendAddress address = HttpEndpoint.of("http://127.0.0.1:" + port).address();
    assertEquals("UNREACHABLE", gateway.send(address, "GET", "/", null, 5_000));
  }

  @Test
  void reportsAnUnknownHostAsUnreachable() {
    BackendAddress address = HttpEndpoint.of("http://no-such-host.invalid").address();
    assertEquals("UNREACHABLE", gateway.send(address, "GET", "/", null, 5_000));
  }

  @Test
  void reportsAResetAsBroken() {
    try (ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              connection.readRequest();
              connection.reset();
            })) {
      assertEquals("BROKEN", gateway.get(backend, "/"));
      assertEquals(1, backend.requests().size());
    }
  }

  @Test
  void repeatsAnIdempotentRequestWhosePooledConnectionWasClosed() {
    try (ScriptedBackend backend = oneRequestPerConnection()) {
      for (int i = 0; i < 10; i++) {
        assertEquals("200 hi", gateway.get(backend, "/"));
        assertEquals("200 hi", gateway.send(backend, "PUT", "/", Payload.of(new byte[5]), 5_000));
      }
    }
  }

  @Test
  void theTimeOfARepeatedRequestIsBoundedToo() {
    AtomicInteger connections = new AtomicInteger();
    try (ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              if (connections.incrementAndGet() > 1) {
                connection.holdOpen();
              } else {
                connection.readRequest();
                connection.send(HI);
                connection.readRequest();
              }
            })) {
      assertEquals("200 hi", gateway.get(backend, "/"));
      assertEquals("TIMEOUT", gateway.get(backend, "/", 300));
      assertEquals(2, connections.get());
    }
  }

  @Test
  void neverRepeatsWhatIsNotIdempotent() {
    try (ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              connection.readRequest();
              connection.send(HI);
              connection.readRequest();
            })) {
      assertEquals("200 hi", gateway.get(backend, "/"));
      assertEquals("BROKEN", gateway.send(backend, "POST", "/", Payload.of(new byte[5]), 5_000));
      assertEquals(2, backend.requests().size());
    }
  }

  @Test
  void findsOutThatAnIdleConnectionWasClosedBeforeItPosts() throws Exception {
    try (ScriptedBackend backend = oneRequestPerConnection()) {
      for (int i = 0; i < 3; i++) {
        assertEquals("200 hi", gateway.send(backend, "POST", "/", Payload.of(new byte[5]), 5_000));
        assertFalse(awaitBriefly(new CountDownLatch(1), 250));
      }
    }
  }

  @Test
  void takesTheAnswerOfABackendThatDoesNotReadTheBody() {
    try (ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              connection.readHead();
              connection.send(
                  "HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig");
              connection.pause(100);
            })) {
      Payload streamed = Payload.of(new ByteArrayInputStream(new byte[30_000_000]), 30_000_000);
      assertEquals("413 big", gateway.send(backend, "POST", "/", streamed, 5_000));
      Payload chunked = Payload.of(new ByteArrayInputStream(new byte[30_000_000]), -1);
      assertEquals("413 big", gateway.send(backend, "POST", "/", chunked, 5_000));
      assertEquals(
          "413 big", gateway.send(backend, "POST", "/", Payload.of(new byte[30_000_000]), 5_000));
    }
  }

  @Test
  void doesNotTakeAnInterimAnswerForTheEndOfTheUpload() {
    try (ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              connection.send("HTTP/1.1 100 Continue\r\n\r\n");
              connection.readRequest();
              connection.send(HI);
            })) {
      Payload streamed = Payload.of(new ByteArrayInputStream(new byte[3_000_000]), 3_000_000);
      assertEquals("200 hi", gateway.send(backend, "POST", "/", streamed, 5_000));
      assertTrue(backend.requests().get(0).length() > 3_000_000);
    }
  }

  @Test
  void sendsTheWholeBodyAlthoughTheBackendHasAgreedAlready() {
    try (ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              connection.send(HI);
              connection.readRequest();
            })) {
      Payload streamed = Payload.of(new ByteArrayInputStream(new byte[3_000_000]), 3_000_000);
      String result = gateway.send(backend, "POST", "/", streamed, 5_000);
      assertEquals("200 hi", result);
    }
  }

  @Test
  void aClientThatBreaksOffDoesNotLookFinishedToTheBackend() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              assertEquals("", connection.readRequest());
              hungUp.countDown();
            })) {
      InputStream breaking =
          new InputStream() {
            private int left = 100_000;

            @Override
            public int read() {
              if (left-- == 0) {
                throw new UncheckedIOException(new IOException("client gone"));
              }
              return 'x';
            }
          };
      assertThrows(
          UncheckedIOException.class,
          () -> gateway.send(backend, "POST", "/", Payload.of(breaking, -1), 5_000));
      assertTrue(hungUp.await(5, TimeUnit.SECONDS));
    }
  }

  @Test
  void closingAReplyEarlyHangsUpAndLeavesThePoolInOrder() throws IOException {
    try (ScriptedBackend backend = ScriptedBackend.canned(longAnswer(), false)) {
      for (int i = 0; i < 5; i++) {
        try (BackendReply reply = open(backend, 5_000)) {
          assertTrue(reply.body().read() >= 0);
        }
        assertEquals("200 second", gateway.get(backend, "/second"));
      }
    }
  }

  @Test
  void answersReachTheirOwnRequestsUnderLoad() throws Exception {
    try (ScriptedBackend backend =
        new ScriptedBackend(
            connection -> {
              for (String request = connection.readRequest();
                  !request.isEmpty();
                  request = connection.readRequest()) {
                String path = request.split(" ")[1];
                connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path);
                if (path.endsWith("7")) {
                  return;
                }
              }
            })) {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        String path = "/" + i;
        calls.add(() -> gateway.get(backend, path));
      }
      try (ExecutorService callers = Executors.newFixedThreadPool(20)) {
        List<Future<String>> results = callers.invokeAll(calls);
        for (int i = 0; i < results.size(); i++) {
          assertEquals("200 /" + i, results.get(i).get());
        }
      }
    }
  }

  private BackendReply open(ScriptedBackend backend, int timeoutMillis) throws BackendException {
    HeaderFields headers = new HeaderFields();
    headers.add("Host", "test");
    return gateway.client.send(
        HttpEndpoint.of(backend.url()).address(),
        new BackendRequest("GET", "/first", headers, null, timeoutMillis, ClientLine.HELD));
  }

  private static String longAnswer() {
    return HEAD_OF_LONG_BODY + "x".repeat(1_000_000);
  }

  private static ScriptedBackend trickling(String atOnce, String slowly) {
    return new ScriptedBackend(
        connection -> {
          connection.readRequest();
          connection.send(atOnce);
          connection.trickle(slowly, 20);
        });
  }

  private static ScriptedBackend oneRequestPerConnection() {
    return new ScriptedBackend(
        connection -> {
          connection.readRequest();
          connection.send(HI);
        });
  }

  private static boolean awaitBriefly(CountDownLatch latch, int millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> inParallel(int count, Callable<String> call) throws Exception {
    try (ExecutorService callers = Executors.newFixedThreadPool(count)) {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        calls.add(call);
      }
      List<String> results = new ArrayList<>();
      for (Future<String> result : callers.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    }
  }
}
